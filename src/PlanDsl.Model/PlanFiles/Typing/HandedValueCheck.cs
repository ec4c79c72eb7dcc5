namespace PlanDsl.Model;

/// <summary>Whether what a step gives an input of another plan file can be a value of the input's type. A text is read as one, as a run is given its inputs; what
/// only a run can tell fits here.</summary>
/// <param name="plan">The plan that gives it.</param>
/// <param name="step">The step that gives it.</param>
/// <param name="role">What of the step gives it.</param>
/// <param name="input">The name of the input.</param>
/// <param name="type">Its type.</param>
/// <param name="typeOf">What is known of an expression besides, of which the file alone tells nothing; <see langword="null"/> where nothing is.</param>
internal sealed class HandedValueCheck(PlanAnalysis plan, int step, MethodRole role, string input, InputType type, Func<Expression, ExpressionType?>? typeOf = null)
{
    // As JSON has them.
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r'];

    private ValueKind Kind => type switch
    {
        InputType.String => ValueKind.String,
        InputType.Boolean => ValueKind.Boolean,
        InputType.Array => ValueKind.Array,
        InputType.Object => ValueKind.Object,
        _ => ValueKind.Number,
    };

    private string Display => type switch
    {
        InputType.String => "string",
        InputType.Boolean => "bool",
        InputType.Array => KnownJson.Array.Display,
        InputType.Object => KnownJson.Object.Display,
        InputType.Integer => "long",
        _ => "decimal",
    };

    private string Remedy => type switch
    {
        InputType.String => "write a string",
        InputType.Boolean => "write true or false",
        InputType.Array => "write an array",
        InputType.Object => "write an object",
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
                if (plan.ConstantAt(whole, step) is { } constant)
                    CheckConstant(constant, whole, report);
                else
                    CheckWhole(whole, report);
                return;
            case TextValue { Template: { IsLiteral: true } template } when type is not InputType.String:
                Tell(FaultOfText(template.Parts.IsEmpty ? "" : template.Parts[0].Text), report);
                return;
            case TextValue { Template: var template } when type is not InputType.String:
                if (FaultOfEnds(template) is { } end)
                    Mismatch($"a text is made here that {end}", Remedy, report);
                return;
            case LiteralValue literal:
                Tell(FaultOfLiteral(literal.Json), report);
                return;
            case ArrayValue when Kind is not ValueKind.Array:
                Mismatch("an array is written", Remedy, report);
                return;
            case ObjectValue when Kind is not ValueKind.Object:
                Mismatch("an object is written", Remedy, report);
                return;
        }
    }

    // What it holds is known; a text or a number may yet be no value of the type. It may be long, and handed to very many.
    private void CheckConstant(JsonNode constant, Expression whole, Action<string, int, int, EquatableArray<string>> report)
    {
        var isNumber = constant.Kind is JsonKind.Number && (Kind is ValueKind.Number || KnownJson.Of(constant).IsDynamic);
        if (!isNumber && (constant.Kind is not JsonKind.String || type is InputType.String))
        {
            CheckWhole(whole, report);
            return;
        }

        var key = (constant.Tree, constant.Index, type);
        if (!plan.FaultsOfConstants.TryGetValue(key, out var fault))
            plan.FaultsOfConstants.Add(key, fault = isNumber ? FaultOfLiteral(constant.Text) : FaultOfText(constant.Value));
        if (fault is { } found)
            Mismatch($"{found.Subject} in '{whole}' {found.Verdict}", Remedy, (id, _, _, args) => report(id, whole.Start, whole.Length, args));
    }

    // A run reads it to the letter, without the comments and commas that a plan file may have.
    private HandedFault? FaultOfText(string text)
    {
        var tree = JsonTree.Parse(text);
        var read = tree.Faults.Count == 0 ? tree.Root.Kind : JsonKind.Null;
        var isJson = tree.Leniency is JsonLeniency.None;
        if (isJson && read is JsonKind.Number or JsonKind.True or JsonKind.False)
            return FaultOfLiteral(text.Trim());
        return isJson && KindOf(read) == Kind ? null : new(Excerpt.Quoted(text), $"is a string{(KindOf(read) == Kind ? WhyNoJson(tree.Leniency) : "")}");
    }

    // Whatever is inserted, what stands before the first and behind the last stays.
    private string? FaultOfEnds(Template template)
    {
        var (first, last) = (template.Parts[0], template.Parts[template.Parts.Count - 1]);
        if (first.Kind is TemplatePartKind.Text && first.Text.TrimStart(Blanks) is { Length: > 0 } start && !MayBegin(start[0]))
            return $"begins with {Excerpt.Quoted(first.Text)}";
        return last.Kind is TemplatePartKind.Text && last.Text.TrimEnd(Blanks) is { Length: > 0 } end && !MayEnd(end[end.Length - 1]) ? $"ends with {Excerpt.Quoted(last.Text)}" : null;
    }

    private bool MayBegin(char letter) => Kind switch
    {
        ValueKind.Array => letter is '[',
        ValueKind.Object => letter is '{',
        ValueKind.Boolean => letter is 't' or 'f',
        _ => letter is '-' or (>= '0' and <= '9'),
    };

    private bool MayEnd(char letter) => Kind switch
    {
        ValueKind.Array => letter is ']',
        ValueKind.Object => letter is '}',
        ValueKind.Boolean => letter is 'e',
        _ => letter is >= '0' and <= '9',
    };

    private static ValueKind KindOf(JsonKind kind) => kind switch
    {
        JsonKind.Array => ValueKind.Array,
        JsonKind.Object => ValueKind.Object,
        JsonKind.Number => ValueKind.Number,
        JsonKind.True or JsonKind.False => ValueKind.Boolean,
        JsonKind.String => ValueKind.String,
        _ => ValueKind.Null,
    };

    private static string WhyNoJson(JsonLeniency leniency) => leniency switch
    {
        JsonLeniency.Comment => ", and no JSON because of its comment",
        JsonLeniency.TrailingComma => ", and no JSON because of a comma with nothing behind it",
        JsonLeniency.ByteOrderMark => ", and no JSON because of the byte order mark before it",
        _ => "",
    };

    private HandedFault? FaultOfLiteral(string json)
    {
        var kind = json switch { "null" => ValueKind.Null, "true" or "false" => ValueKind.Boolean, _ => ValueKind.Number };
        if (kind != Kind)
            return new(Excerpt.Of(json), kind is ValueKind.Null ? "is written" : $"is {EvaluationFaults.Named(kind)}");
        return kind is ValueKind.Number && NumberCode.Spelled(json, type is InputType.Integer ? NumberType.Integer : NumberType.Decimal) is null ? new(Excerpt.Of(json), "is none of its values") : null;
    }

    private void Tell(HandedFault? fault, Action<string, int, int, EquatableArray<string>> report)
    {
        if (fault is { } found)
            Mismatch($"{found.Subject} {found.Verdict}", Remedy, report);
    }

    private void CheckWhole(Expression whole, Action<string, int, int, EquatableArray<string>> report)
    {
        if (TypeOf(whole) is not { } given || KnownResults.IsUnlike(given))
            return;
        var isAnyObject = given is { IsDynamic: true, Kind: ValueKind.Object };
        var isReadInARun = given.IsDynamic ? !given.IsNullJudged && !isAnyObject : given.Kind is ValueKind.String && !given.MayBeNull && type is not InputType.String;
        if (isReadInARun)
            return;
        if (isAnyObject && Kind is ValueKind.Object && whole is PathExpression path && AbsentErrors.WhyAbsent(plan, path, step, role) is { } none)
        {
            report(RuleIds.OptionalIntoNonNullable, whole.Start, whole.Length,
                [$"Reference '{whole}'", plan.Model.Steps[step].NameOf(role), $"takes '{Display}'", whole.ToString(), none, AbsentErrors.RemedyFor(path)]);
        }
        else if (given is { Kind: ValueKind.Null, IsDynamic: false })
        {
            report(RuleIds.TypeMismatch, whole.Start, whole.Length, [$"Input '{input}'", plan.Model.Steps[step].NameOf(role), Display, $"'{whole}' is null", Remedy]);
        }
        else if (given.MayBeNull && (WhyAbsent(whole) ?? (given.IsNullJudged ? null : "its type allows null")) is { } reason)
        {
            report(RuleIds.OptionalIntoNonNullable, whole.Start, whole.Length,
                [$"Reference '{whole}'", plan.Model.Steps[step].NameOf(role), $"takes '{Display}'", whole.ToString(), reason, $"say what to take then: {whole} ?? …"]);
        }
        else if (!given.MayBeNull && given.Kind != Kind)
        {
            var display = isAnyObject ? KnownJson.Object.Display : given.Display;
            report(RuleIds.TypeMismatch, whole.Start, whole.Length, [$"Input '{input}'", plan.Model.Steps[step].NameOf(role), Display, $"'{whole}' is '{display}'", "change one of the two types"]);
        }
    }

    private ExpressionType? TypeOf(Expression whole)
    {
        var types = new KnownTypes(plan, step, role);
        if (ExpressionCompiler.Compile(whole, types) is not { Faults.IsEmpty: true, Type: { } known })
            return null;
        if (!known.IsDynamic)
            return known;
        if (whole is ArrayExpression)
            return KnownJson.Array;

        // Of what may be anything it may be known that it is an object, or that it may be absent.
        if (whole is PathExpression path && types.Find(path, out var used, out _) is { } whatever && used == path.Segments.Count)
            known = whatever;
        return known.Kind is ValueKind.Object || known.IsNullJudged ? known : typeOf?.Invoke(whole) ?? known;
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
