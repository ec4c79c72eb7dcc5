
namespace PlanDsl.Compiler.Tests;

/// <summary>A run in which there is an attempt, for what generated code does with one.</summary>
internal static class SampleRun
{
    /// <summary>Does <paramref name="body"/> in a step of a run.</summary>
    public static async Task InStepAsync(Action<StepContext> body)
    {
        var handlers = new StepHandlers().AddWithContext("check", (_, context) =>
        {
            body(context);
            return new(PlanJson.Null);
        });
        var plan = InterpretedPlan.Parse("""{ "steps": [{ "id": "s", "call": "check" }] }""", "sample.plan.json", new() { Handlers = handlers });
        await plan.RunAsync().ConfigureAwait(false);
    }
}
