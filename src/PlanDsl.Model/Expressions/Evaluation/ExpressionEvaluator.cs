namespace PlanDsl.Model;

/// <summary>Evaluates expressions and fills templates. What the operators mean stands here and nowhere else. Faults are answers, not
/// exceptions, and tell of no value. Its uses may go on at once if those of the reader and the scope may.</summary>
/// <typeparam name="T">The type of values.</typeparam>
/// <typeparam name="TReader">How values are read; a struct, so that reading costs no more than it must.</typeparam>
/// <param name="reader">Reads the values.</param>
/// <param name="scope">Where paths and variables lead.</param>
public readonly struct ExpressionEvaluator<T, TReader>(TReader reader, IExpressionScope<T> scope)
    where TReader : struct, IValueReader<T>
{
    /// <summary>The value of <paramref name="expression"/>.</summary>
    public Evaluation<T> Evaluate(Expression expression)
    {
        var work = new ExpressionEvaluation<T, TReader>(reader, scope);
        var value = work.Evaluate(expression);
        return work.Fault is { } fault ? Evaluation<T>.Of(fault) : Evaluation<T>.Of(work.ToValue(value));
    }

    /// <summary>Whether <paramref name="condition"/> holds. It is a fault if its value is neither true nor false: nothing counts as
    /// either.</summary>
    public Evaluation<bool> Decide(Expression condition)
    {
        var work = new ExpressionEvaluation<T, TReader>(reader, scope);
        var holds = work.Decide(condition);
        return work.Fault is { } fault ? Evaluation<bool>.Of(fault) : Evaluation<bool>.Of(holds);
    }

    /// <summary>The value of <paramref name="template"/>: that of its expression, if it is exactly one, else its text.</summary>
    public Evaluation<T> Fill(Template template)
    {
        if (template.Whole is { } whole)
            return Evaluate(whole);
        var text = FillText(template);
        return text.HasValue ? Evaluation<T>.Of(reader.Create(new LiteralExpression(ValueKind.String, text.Value))) : Evaluation<T>.Of(text.Fault);
    }

    /// <summary>The text of <paramref name="template"/>: strings as they are, numbers and booleans as JSON has them, arrays and objects as
    /// JSON. Null is a fault.</summary>
    public Evaluation<string> FillText(Template template)
    {
        if (template.IsLiteral)
            return Evaluation<string>.Of(template.Parts.IsEmpty ? "" : template.Parts[0].Text);
        var parts = FillParts(template);
        return parts.HasValue ? Evaluation<string>.Of(string.Concat(parts.Value.AsImmutableArray())) : Evaluation<string>.Of(parts.Fault);
    }

    /// <summary>The texts of the parts of <paramref name="template"/>, one for each; together they are its text.</summary>
    public Evaluation<EquatableArray<string>> FillParts(Template template)
    {
        var texts = new string[template.Parts.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = FillPart(template.Parts[i]);
            if (!text.HasValue)
                return Evaluation<EquatableArray<string>>.Of(text.Fault);
            texts[i] = text.Value;
        }

        return Evaluation<EquatableArray<string>>.Of(texts.ToEquatableArray());
    }

    /// <summary>The arguments that <paramref name="template"/> stands for: as many as an array has elements, if the template is exactly one
    /// expression with such a value, else its text.</summary>
    public Evaluation<EquatableArray<string>> FillArguments(Template template)
    {
        if (template.Whole is null)
        {
            var text = FillText(template);
            return text.HasValue ? Evaluation<EquatableArray<string>>.Of([text.Value]) : Evaluation<EquatableArray<string>>.Of(text.Fault);
        }

        var value = Evaluate(template.Whole);
        if (!value.HasValue)
            return Evaluation<EquatableArray<string>>.Of(value.Fault);
        var arguments = new List<string>();
        foreach (var element in reader.KindOf(value.Value) is ValueKind.Array ? reader.ElementsOf(value.Value) : [value.Value])
        {
            var text = TextOf(element, template.Parts[0], isElement: reader.KindOf(value.Value) is ValueKind.Array);
            if (!text.HasValue)
                return Evaluation<EquatableArray<string>>.Of(text.Fault);
            arguments.Add(text.Value);
        }

        return Evaluation<EquatableArray<string>>.Of(arguments.ToEquatableArray());
    }

    private Evaluation<string> FillPart(TemplatePart part)
    {
        switch (part.Kind)
        {
            case TemplatePartKind.Variable:
                return scope.TryGetVariable(part.Text, out var variable)
                    ? TextOf(variable, part, isElement: false)
                    : Evaluation<string>.Of("${" + part.Text + "}");
            case TemplatePartKind.Expression when part.Expression is { } expression:
                var value = Evaluate(expression);
                return value.HasValue ? TextOf(value.Value, part, isElement: false) : Evaluation<string>.Of(value.Fault);
            default:
                return Evaluation<string>.Of(part.Text);
        }
    }

    private Evaluation<string> TextOf(T value, TemplatePart part, bool isElement) => reader.KindOf(value) switch
    {
        ValueKind.Null => Evaluation<string>.Of(new ExpressionFault(part.Start, part.Length, EvaluationFaults.NullAsText(part, isElement))),
        ValueKind.Boolean => Evaluation<string>.Of(reader.BooleanOf(value) ? "true" : "false"),
        ValueKind.Number => Evaluation<string>.Of(reader.NumberOf(value)),
        ValueKind.String => Evaluation<string>.Of(reader.StringOf(value)),
        _ => Evaluation<string>.Of(reader.JsonOf(value)),
    };
}
