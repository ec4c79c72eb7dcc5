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
            var json = JsonCase.Make(Value, evaluator);
            var isAbsent = json.ValueKind is JsonValueKind.Null && Target.Expression.MayBeNull;
            return ShownAs(isAbsent ? null : ToJsonOf.MakeGenericMethod(type).Invoke(null, [json, "p", context]), context);
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
