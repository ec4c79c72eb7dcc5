using System.Reflection;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

/// <summary>A value that is made a value of a type of C#: of what is interpreted that is made by reading the JSON.</summary>
internal sealed record TargetCase(CodeType Target, ValueTemplate Value) : TextCase(Target.Declared, $"{Target.Declared} of {JsonCase.Written(Value)}")
{
    private static readonly MethodInfo ToJsonOf = typeof(PlanJson).GetMethod(nameof(PlanJson.To))!;

    public override string? Write(CodeWriter writer, TextPlace at) => writer.Into(Value, at, Target, "Parameter 'p'");

    public override string Interpret(ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, Type type, StepContext context)
    {
        try
        {
            return Read(Value, Target, type, evaluator, context);
        }
        catch (BindingException)
        {
            return "fault";
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is BindingException)
        {
            return "fault";
        }
    }

    public override string Shown(object? value, StepContext context) => ShownAs(value, context);

    public override string Shown(InvalidOperationException fault) => "fault";

    // An array that is written out is made of its elements, each of which is read by itself.
    private static string Read(ValueTemplate value, CodeType target, Type type, ExpressionEvaluator<JsonElement, JsonValueReader> evaluator, StepContext context)
    {
        if (value is ArrayValue array && target.Element is { } element)
            return $"[{string.Join(',', array.Items.Select(item => Read(item, element, type.GetElementType() ?? type.GetGenericArguments()[0], evaluator, context)))}]";
        var json = JsonCase.Make(value, evaluator);
        var isAbsent = json.ValueKind is JsonValueKind.Null && target.Expression.MayBeNull;
        return ShownAs(isAbsent ? null : ToJsonOf.MakeGenericMethod(type).Invoke(null, [json, "p", context]), context);
    }

    // An object that was made of too little cannot become JSON again.
    private static string ShownAs(object? value, StepContext context)
    {
        try
        {
            return JsonValues.TextOf(PlanJson.From(value, context));
        }
        catch (BindingException)
        {
            return $"some {value!.GetType()}";
        }
    }
}
