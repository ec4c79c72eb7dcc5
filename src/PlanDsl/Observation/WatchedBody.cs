using System.Diagnostics;

namespace PlanDsl;

/// <summary>What surrounds a body that is watched: its span, which is current in it, and the scope of what it logs. Both flow
/// with the async method that makes this and disposes of it.</summary>
internal readonly struct WatchedBody(Activity? span, IDisposable? scope, TimeProvider time) : IDisposable
{
    /// <summary>The body has returned.</summary>
    public void Succeed()
    {
        if (span is not null)
            RunSpans.Note(span, StepStatus.Succeeded);
    }

    /// <summary>The body has thrown.</summary>
    /// <param name="exception">What it has thrown.</param>
    /// <param name="isTimeUp">Whether its token, if it was cancelled, was so because time was up.</param>
    /// <param name="token">The token.</param>
    public void Fail(Exception exception, bool isTimeUp, CancellationToken token)
    {
        if (span is null)
            return;
        if (exception is not OperationCanceledException || !token.IsCancellationRequested)
            RunSpans.NoteFailure(span, exception);
        else if (isTimeUp)
            RunSpans.NoteTimeout(span);
        else
            RunSpans.Note(span, StepStatus.Cancelled);
    }

    public void Dispose()
    {
        try
        {
            scope?.Dispose();
            span?.SetEndTime(time.GetUtcNow().UtcDateTime);
            span?.Stop();
        }
        catch (Exception)
        {
            // As of any observer: it harms nobody.
        }
    }
}
