using System.Text.Json;

namespace PlanDsl;

/// <summary>Calls a handler.</summary>
internal sealed class CallCode(string name, ValueCode with, IStepHandler? handler) : BodyCode
{
    /// <summary>The function that is all there is to call, and what it is given; <see langword="null"/> where that depends on the run.</summary>
    public (Func<JsonElement, JsonElement> Function, JsonElement With)? Fixed =>
        handler is FunctionHandler known && with.Constant is { } constant ? (known.Function, constant) : null;

    public override ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken) =>
        handler!.InvokeAsync(new(name, with.Constant ?? with.Make(new(run, scope, context)), context), cancellationToken);
}
