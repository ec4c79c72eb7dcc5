using System.Text.Json;

namespace PlanDsl;

/// <summary>Waits for a signal; what it brings is the result, and null for one that brings nothing.</summary>
internal sealed class WaitCode(string signal) : BodyCode
{
    public override async ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken) =>
        SignalJson.Of(await context!.WaitForAnySignalAsync(signal).ConfigureAwait(false));
}
