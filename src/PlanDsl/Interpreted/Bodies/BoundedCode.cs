using System.Text.Json;

namespace PlanDsl;

/// <summary>Something that is done under a timeout of its own.</summary>
internal sealed class BoundedCode(BodyCode body, TimeSpan timeout) : BodyCode
{
    public override ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken) =>
        new(StepTimeout.WithinAsync(timeout, scope.ToString(), run.Time, token => body.RunAsync(scope, run, context, token).AsTask(), cancellationToken));
}
