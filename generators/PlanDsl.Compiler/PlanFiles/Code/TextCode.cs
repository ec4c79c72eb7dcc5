using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes texts with values inserted: each is a <see cref="string"/>.</summary>
internal sealed class TextCode(CodeContext context)
{
    private const string Text = "global::PlanDsl.PlanText";

    /// <summary>The whole text.</summary>
    public string? Write(Template template, TextPlace at)
    {
        if (!template.Faults.IsEmpty)
            return null;
        if (JsonConstant.TextOf(template) is { } constant)
            return CSharpText.Quote(constant);
        return template.Parts.Count == 1 ? Write(template.Parts[0], at) : WriteInterpolated(template, at);
    }

    /// <summary>The whole text as an interpolated string, whose holes are strings that were inserted.</summary>
    public string? WriteInterpolated(Template template, TextPlace at)
    {
        if (!template.Faults.IsEmpty)
            return null;
        var text = new InterpolatedText();
        var isWhole = true;
        foreach (var part in template.Parts)
        {
            if (part.Kind is TemplatePartKind.Text)
                text.Append(part.Text);
            else if (part.Kind is TemplatePartKind.Variable && context.Roots.FindVariable(part.Text) is null)
                text.Append("${" + part.Text + "}");
            else if (Write(part, at) is { } code)
                text.Insert(code);
            else
                isWhole = false;
        }

        return isWhole ? text.ToString() : null;
    }

    /// <summary>The text of an expression.</summary>
    public string? Write(Expression expression, TextPlace at)
    {
        var typed = context.Compile(expression, at);
        if (typed.IsFaulty)
            return null;
        if (expression is LiteralExpression { Kind: ValueKind.Number or ValueKind.Boolean } literal)
            return CSharpText.Quote(literal.Text);
        if (typed.Code is not { } code || NumberLiterals.AreRespelled(typed))
            return Dynamic(expression, at);
        if (!typed.Type.Expression.MayBeNull)
            return Of(new(typed.Type, code), expression.ToString(), at);
        if (typed.Type.Expression.IsNullJudged || typed.Type.Expression.Kind is ValueKind.Null)
            return Dynamic(expression, at);
        context.Faults.Add(CodeFaults.MayBeAbsent(expression, "needs a value", "its type allows null", context.Place, at));
        return null;
    }

    // One that has no value stays as it stands, so that a shell can have it.
    private string? Write(TemplatePart part, TextPlace at)
    {
        if (part.Kind is not TemplatePartKind.Variable)
            return Write(part.Expression!, at);
        var written = "${" + part.Text + "}";
        return context.Roots.FindVariable(part.Text) is { } value ? Of(value, written, at) : CSharpText.Quote(written);
    }

    private string Of(CodeValue value, string path, TextPlace at) => value.Type switch
    {
        { Expression: { Kind: ValueKind.String, AsText: null, MayBeNull: false }, Shape: CodeShape.Scalar } => value.Code,
        { Expression.MayBeNull: false, Shape: CodeShape.Text } => JsonCode.Spelled(value),
        { Shape: CodeShape.Text } => $"{Text}.Of({JsonCode.Spelled(value)}, {CSharpText.Quote(path)}, {context.PlaceOf(at)})",
        { Shape: CodeShape.Scalar } => $"{Text}.Of({value.Code}, {CSharpText.Quote(path)}, {context.PlaceOf(at)})",
        _ => $"{Text}.Of({new JsonCode(context).Of(value)}, {CSharpText.Quote(path)}, {context.PlaceOf(at)})",
    };

    private string Dynamic(Expression expression, TextPlace at) => new DynamicCode(context).Call(expression, "TextOf", context.PlaceOf(at));
}
