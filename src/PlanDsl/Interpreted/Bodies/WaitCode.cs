using System.Text.Json;

namespace PlanDsl;

/// <summary>Waits for a signal; what it brings is the result, and null for one that brings nothing.</summary>
internal sealed class WaitCode(string signal) : BodyCode
{
    public override ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken) =>
        new(context!.WaitForJsonSignalAsync(signal));
}
