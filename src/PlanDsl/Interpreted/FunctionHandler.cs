using System.Text.Json;

namespace PlanDsl;

/// <summary>A handler that is a function of what the step gives.</summary>
/// <param name="function">The function.</param>
internal sealed class FunctionHandler(Func<JsonElement, JsonElement> function) : IStepHandler
{
    /// <summary>The function, for those who know what they would ask the handler for.</summary>
    public Func<JsonElement, JsonElement> Function => function;

    public bool IsSynchronous => true;

    public ValueTask<JsonElement> InvokeAsync(StepCall call, CancellationToken cancellationToken) => new(function(call.With));
}
