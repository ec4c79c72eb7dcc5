using System.Text.Json;

namespace PlanDsl;

/// <summary>Calls a handler.</summary>
internal sealed class CallCode(string name, ValueCode with, IStepHandler? handler) : BodyCode
{
    public override ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken) =>
        handler!.InvokeAsync(new(name, with.Constant ?? with.Make(new(run, scope, context)), context), cancellationToken);
}
