using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes what a step gives an input of the plan that it runs: as that takes it, where the types tell that it fits, else read by what the
/// input declares when the plan runs, as a run is given its inputs.</summary>
internal sealed class HandedValue(MethodLowering method, CatalogPlan plan, CatalogInput input)
{
    private const string Type = "PlanDsl.HandedInput";

    private readonly CodeType _target = TypeRefs.Known(input.Type);

    /// <summary>The value in C#; <see langword="null"/> where it does not fit, which is told.</summary>
    public string? Write(ValueTemplate value, TextPlace at)
    {
        if (plan.TakesAny)
            return _target.Shape is CodeShape.Json ? method.Writer.Json(value, at) : Text(value, at);
        value = input.Declared is null ? value : WrittenValue.Of(value);
        if (input.Declared is { } type && !Fits(value, type, at))
            return null;
        if (input.Declared is { } declared and not (InputType.Array or InputType.Object) && value is TextValue { Template: { Faults.IsEmpty: true } template })
        {
            if ((template.Whole is { } whole ? Converted(whole, declared, at) : Converted(template, declared, at)) is { } code)
                return code;
            if (JsonConstant.TextOf(template) is { } text && declared is not InputType.String && Spells(text))
                value = new LiteralValue(text.Trim());
        }

        return method.Writer.Into(value, at, _target, $"Input '{input.Name}'");
    }

    // As the file alone tells it, and of JSON, of which anything could be made, and for it, which could be made of anything, also by the types of C#; what
    // else these tell is found as the value is written.
    private bool Fits(ValueTemplate value, InputType declared, TextPlace at)
    {
        var fits = true;
        var isJson = declared is InputType.Array or InputType.Object;
        ExpressionType? TypeOf(Expression whole) =>
            (isJson || whole is PathExpression { HasDefault: false }) && method.Writer.Value(whole, at)?.Type.Expression is { } type && (isJson || type is { IsDynamic: true, Members: not null }) ? type : null;

        new HandedValueCheck(method.Plan.Analysis, method.Step, method.Role, input.Name, declared, TypeOf).Check(value, (id, start, length, args) =>
        {
            method.Plan.Report(method.Step, [new(id, method.Role, at, start, length, args)]);
            fits = false;
        });
        return fits;
    }

    // A variable that is read in texts alone takes whatever has a text.
    private string? Text(ValueTemplate value, TextPlace at)
    {
        if (value is TextValue text)
            return method.Writer.Text(text.Template, at);
        return method.Writer.Json(value, at) is { } json
            ? $"global::PlanDsl.PlanText.Of({json}, {CSharpText.Quote(at.ToString())}, {CSharpText.Quote($"'{at.Property}' of {method.Place}")})"
            : null;
    }

    private string? Converted(Expression whole, InputType declared, TextPlace at)
    {
        if (method.Writer.Value(whole, at) is not { } given)
            return null;
        var type = given.Type.Expression;
        var isRead = type.IsDynamic ? !type.IsNullJudged : type.Kind is ValueKind.String && !type.MayBeNull && declared is not InputType.String;
        return isRead ? Handed(method.Writer.Json(given), declared) : null;
    }

    private string? Converted(Template template, InputType declared, TextPlace at) =>
        declared is InputType.String || template.IsLiteral || method.Writer.Text(template, at) is not { } text
            ? null
            : Handed($"global::PlanDsl.PlanJson.Of({text})", declared);

    private string Handed(string json, InputType declared)
    {
        var (place, secret) = (CSharpText.Quote(method.Place), input.IsSecret ? ", isSecret: true" : "");
        var field = method.Plan.Fields.Add(
            $"{input.Name} of {plan.Id}", Type, $"new({place}, {CSharpText.Quote(plan.Id)}, {CSharpText.Quote(input.Name)}, global::PlanDsl.Model.InputType.{declared}{secret})");
        return $"{field}.{MethodFor(declared)}({json})";
    }

    private static string MethodFor(InputType declared) => declared switch
    {
        InputType.Integer => "ToInteger",
        InputType.Number => "ToNumber",
        InputType.Boolean => "ToTruth",
        _ => "ToText",
    };

    private static bool Spells(string text) =>
        JsonTree.Parse(text) is { Faults.Count: 0, Root.Kind: JsonKind.Number or JsonKind.True or JsonKind.False };
}
