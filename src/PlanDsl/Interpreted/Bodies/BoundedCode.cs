using System.Globalization;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Something that is done under a timeout of its own.</summary>
internal sealed class BoundedCode(BodyCode body, TimeSpan timeout) : BodyCode
{
    public override async ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, run.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await body.RunAsync(scope, run, context, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The timeout of {scope}, {timeout.TotalSeconds} s, has been reached."), cancelled);
        }
    }
}
