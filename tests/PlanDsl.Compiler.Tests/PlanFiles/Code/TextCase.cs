using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

/// <summary>A text of a plan file that is compiled and interpreted.</summary>
/// <param name="Type">The type of what it comes to in C#.</param>
/// <param name="Source">The text.</param>
internal abstract record TextCase(string Type, string Source)
{
    /// <summary>One of the five ways in which texts are used, in turn.</summary>
    public static TextCase Next(int number, RandomTexts make, IReadOnlyList<CodeType> targets) => (number % 5) switch
    {
        0 => new ConditionCase(make.Decision(3)),
        1 => new TextTemplateCase(Template.Parse(make.Template())),
        2 => new ArgumentsCase(Template.Parse(make.Template())),
        3 => new TargetCase(targets[(number / 5) % targets.Count], make.Value(2)),
        _ => new JsonCase(make.Value(2)),
    };

    public abstract string? Write(CodeWriter writer, TextPlace at);

    /// <summary>What the text comes to where it is interpreted.</summary>
    /// <param name="evaluator">Interprets it.</param>
    /// <param name="type">The type of what it comes to in C#.</param>
    /// <param name="context">An attempt.</param>
    public abstract string Interpret(ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, Type type, StepContext context);

    /// <summary>What it has come to in C#.</summary>
    public virtual string Shown(object? value, StepContext context) => Shown(value);

    /// <summary>What it has failed with in C#.</summary>
    public virtual string Shown(InvalidOperationException fault) => $"fault: {fault.Message}";

    private static string Shown(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string text => $"text {text}",
        IEnumerable<string> texts => $"texts {string.Join('|', texts)}",
        JsonElement json => JsonValues.TextOf(json),
        _ => throw new ArgumentException($"A text never comes to '{value}'.", nameof(value)),
    };

    private static string Shown<T>(Evaluation<T> evaluation) =>
        evaluation.HasValue ? Shown((object?)evaluation.Value) : $"fault: In 'args' of step 's': {evaluation.Fault.Message}.";

    private sealed record ConditionCase(Expression Condition) : TextCase("bool", Condition.ToString())
    {
        public override string? Write(CodeWriter writer, TextPlace at) => writer.Condition(Condition, "condition");

        public override string Interpret(ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, Type type, StepContext context)
        {
            var answer = evaluator.Decide(Condition);
            return answer.HasValue ? Shown((object)answer.Value) : $"fault: {answer.Fault.Message} ({Condition})";
        }
    }

    private sealed record TextTemplateCase(Template Template) : TextCase("string", Template.ToString())
    {
        public override string? Write(CodeWriter writer, TextPlace at) => writer.Text(Template, at);

        public override string Interpret(ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, Type type, StepContext context) => Shown(evaluator.FillText(Template));
    }

    private sealed record ArgumentsCase(Template Template) : TextCase("string[]", Template.ToString())
    {
        public override string? Write(CodeWriter writer, TextPlace at) => writer.Arguments(Template, at) is { } items ? $"[{string.Join(", ", items)}]" : null;

        public override string Interpret(ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, Type type, StepContext context)
        {
            var texts = evaluator.FillArguments(Template);
            return texts.HasValue ? Shown(texts.Value.AsEnumerable()) : Shown(texts);
        }
    }

    internal sealed record JsonCase(ValueTemplate Value) : TextCase("global::System.Text.Json.JsonElement", Written(Value))
    {
        public override string? Write(CodeWriter writer, TextPlace at) => writer.Json(Value, at);

        public override string Interpret(ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, Type type, StepContext context)
        {
            try
            {
                return Shown((object)Make(Value, evaluator));
            }
            catch (BindingException fault)
            {
                return $"fault: {fault.Message}";
            }
        }

        // As the interpreter makes values, which it does of a run.
        public static JsonElement Make(ValueTemplate value, ExpressionEvaluator<JsonElement, JsonValueReader> evaluator) => value switch
        {
            TextValue text => Filled(evaluator.Fill(text.Template)),
            ArrayValue array => JsonValues.Array(array.Items.Select(item => Make(item, evaluator))),
            ObjectValue map => JsonValues.Of(map.Properties.Select(property => KeyValuePair.Create(property.Name, Make(property.Value, evaluator)))),
            _ => JsonElement.Parse(((LiteralValue)value).Json),
        };

        private static JsonElement Filled(Evaluation<JsonElement> value) =>
            value.HasValue ? value.Value : throw new BindingException($"In 'args' of step 's': {value.Fault.Message}.");

        public static string Written(ValueTemplate value) => value switch
        {
            TextValue text => $"\"{text.Template}\"",
            ArrayValue array => $"[{string.Join(", ", array.Items.Select(Written))}]",
            ObjectValue map => $"{{{string.Join(", ", map.Properties.Select(static property => $"{property.Name}: {Written(property.Value)}"))}}}",
            _ => ((LiteralValue)value).Json,
        };
    }
}
