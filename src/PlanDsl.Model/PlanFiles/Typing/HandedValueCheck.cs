namespace PlanDsl.Model;

/// <summary>Whether what a step gives an input of another plan file can be a value of the input's type. A text is read as one, as a run is given its inputs; what
/// only a run can tell fits here.</summary>
/// <param name="plan">The plan that gives it.</param>
/// <param name="step">The step that gives it.</param>
/// <param name="role">What of the step gives it.</param>
/// <param name="input">The name of the input.</param>
/// <param name="type">Its type, which is one of C#.</param>
internal sealed class HandedValueCheck(PlanAnalysis plan, int step, MethodRole role, string input, InputType type)
{
    private ValueKind Kind => type switch
    {
        InputType.String => ValueKind.String,
        InputType.Boolean => ValueKind.Boolean,
        _ => ValueKind.Number,
    };

    private string Display => type switch
    {
        InputType.String => "string",
        InputType.Boolean => "bool",
        InputType.Integer => "long",
        _ => "decimal",
    };

    private string Remedy => type switch
    {
        InputType.String => "write a string",
        InputType.Boolean => "write true or false",
        _ => "write a number that it holds",
    };

    /// <summary>Tells what is wrong with a value, with the stretch of its text; of length 0 for the whole.</summary>
    public void Check(ValueTemplate value, Action<string, int, int, EquatableArray<string>> report)
    {
        switch (WrittenValue.Of(value))
        {
            case TextValue { Template.Faults.IsEmpty: false }:
                return;
            case TextValue { Template: { Whole: { } whole } }:
                CheckWhole(whole, report);
                return;
            case TextValue { Template: { IsLiteral: true } template } when type is not InputType.String:
                var text = template.Parts.IsEmpty ? "" : template.Parts[0].Text;
                if (JsonTree.Parse(text) is { Faults.Count: 0, Root.Kind: JsonKind.Number or JsonKind.True or JsonKind.False })
                    CheckLiteral(text.Trim(), report);
                else
                    Mismatch($"{Excerpt.Quoted(text)} is a string", Remedy, report);
                return;
            case LiteralValue literal:
                CheckLiteral(literal.Json, report);
                return;
            case ArrayValue:
                Mismatch("an array is written", Remedy, report);
                return;
            case ObjectValue:
                Mismatch("an object is written", Remedy, report);
                return;
        }
    }

    private void CheckLiteral(string json, Action<string, int, int, EquatableArray<string>> report)
    {
        var kind = json switch { "null" => ValueKind.Null, "true" or "false" => ValueKind.Boolean, _ => ValueKind.Number };
        if (kind != Kind)
            Mismatch(kind is ValueKind.Null ? "null is written" : $"{json} is {EvaluationFaults.Named(kind)}", Remedy, report);
        else if (kind is ValueKind.Number && NumberCode.Spelled(json, type is InputType.Integer ? NumberType.Integer : NumberType.Decimal) is null)
            Mismatch($"{json} is none of its values", Remedy, report);
    }

    private void CheckWhole(Expression whole, Action<string, int, int, EquatableArray<string>> report)
    {
        if (ExpressionCompiler.Compile(whole, new KnownTypes(plan, step, role)) is not { Faults.IsEmpty: true, Type: { } given })
            return;
        var isReadInARun = given.IsDynamic ? !given.IsNullJudged : given.Kind is ValueKind.String && !given.MayBeNull && type is not InputType.String;
        if (isReadInARun || KnownResults.IsUnlike(given))
            return;
        if (given.MayBeNull && (WhyAbsent(whole) ?? (given.IsNullJudged || given.Kind is ValueKind.Null ? null : "its type allows null")) is { } reason)
        {
            report(RuleIds.OptionalIntoNonNullable, whole.Start, whole.Length,
                [$"Reference '{whole}'", plan.Model.Steps[step].NameOf(role), $"takes '{Display}'", whole.ToString(), reason, $"say what to take then: {whole} ?? …"]);
        }
        else if (!given.MayBeNull && !given.IsDynamic && given.Kind != Kind && given.Kind is not ValueKind.Null)
        {
            report(RuleIds.TypeMismatch, whole.Start, whole.Length, [$"Input '{input}'", plan.Model.Steps[step].NameOf(role), Display, $"'{whole}' is '{given.Display}'", "change one of the two types"]);
        }
    }

    // Of what a path begins with, for a reason of the plan's.
    private string? WhyAbsent(Expression whole)
    {
        if (whole is not PathExpression path || path.Segments.Count != ReferenceRoots.SegmentsToName(path))
            return null;
        foreach (var binding in plan.Bindings.BindingsOf(step))
        {
            if (binding.Role == role && binding.Producer >= 0 && !plan.Bindings.IsContested(binding.Producer) && ReferenceEquals(binding.Parameter.Path, path))
                return OptionalIntoNonNullableRule.ReasonInThePlan(plan, binding);
        }

        return null;
    }

    private void Mismatch(string fault, string remedy, Action<string, int, int, EquatableArray<string>> report) =>
        report(RuleIds.TypeMismatch, 0, 0, [$"Input '{input}'", plan.Model.Steps[step].NameOf(role), Display, fault, remedy]);
}
