using System.Globalization;

namespace PlanDsl.Tests;

/// <summary>The rows that follow from events, taken in one after the other: what the tables are to say, in the plainest words.</summary>
internal sealed class FoldedRows
{
    private readonly SortedDictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Path, int Number), Attempt> _attempts = new(Comparer<(string Path, int Number)>.Create(static (one, other) =>
        string.CompareOrdinal(one.Path, other.Path) is var byPath and not 0 ? byPath : one.Number.CompareTo(other.Number)));

    public string Steps => string.Join('\n', _steps.Select(static step => TableDump.Row(
        step.Key, step.Value.Parent, step.Value.Status, step.Value.Cause, step.Value.Attempts, step.Value.StartedAt, step.Value.EndedAt, step.Value.Fallback ? 1 : 0,
        KindOf(step.Value.Error), step.Value.Error?.Message, step.Value.Compensation, step.Value.FirstSequence)));

    public string Attempts => string.Join('\n', _attempts.Select(static attempt => TableDump.Row(
        attempt.Key.Path, attempt.Key.Number, attempt.Value.Status, attempt.Value.StartedAt, attempt.Value.EndedAt, KindOf(attempt.Value.Error), attempt.Value.Error?.Message)));

    public FoldedRows Take(IEnumerable<PlanEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened is StepEvent step)
                Take(step);
            else if (happened is RunResumedEvent)
                LoseAttempts();
        }

        return this;
    }

    private void Take(StepEvent happened)
    {
        switch (happened)
        {
            case StepStartedEvent:
                Change(happened, new Step("running"));
                Change(happened, new Attempt("running") { StartedAt = TimeOf(happened) });
                break;
            case StepWaitingEvent:
                Change(happened, new Step("waiting"));
                break;
            case StepRetryEvent retry:
                End(happened, "failed", retry.Error);
                break;
            case StepSucceededEvent succeeded:
                Change(happened, new Step(succeeded.Partial ? "partial" : "succeeded") { Fallback = succeeded.Fallback });
                End(happened, succeeded.Fallback ? "failed" : "succeeded", succeeded.ReplacedError);
                break;
            case StepFailedEvent failed:
                Change(happened, new Step(failed.Partial ? "partial" : "failed") { Error = failed.Error });
                End(happened, "failed", failed.Error);
                break;
            case StepCancelledEvent:
                Change(happened, new Step("cancelled"));
                End(happened, "cancelled", error: null);
                break;
            case StepSkippedEvent skipped:
                Change(happened, new Step("skipped") { Cause = StatusNames.Of(skipped.Cause) });
                break;
            case CompensationStartedEvent:
                Undo(happened, "running");
                break;
            case CompensationSucceededEvent:
                Undo(happened, "succeeded");
                break;
            case CompensationFailedEvent:
                Undo(happened, "failed");
                break;
        }
    }

    // What is not said anew of a step is no more, but for how it began and how it was undone.
    private void Change(StepEvent happened, Step said)
    {
        var known = _steps.GetValueOrDefault(happened.StepPath, new("") { Parent = happened.Parent, FirstSequence = happened.Sequence });
        _steps[happened.StepPath] = said with
        {
            Parent = known.Parent,
            FirstSequence = known.FirstSequence,
            Compensation = known.Compensation,
            Attempts = Math.Max(known.Attempts, happened.Attempt),
            StartedAt = known.StartedAt ?? (happened is StepStartedEvent ? TimeOf(happened) : null),
            EndedAt = said.Status is "running" or "waiting" ? null : TimeOf(happened),
        };
    }

    private void Undo(StepEvent happened, string compensation)
    {
        var known = _steps.GetValueOrDefault(happened.StepPath, new("pending") { Parent = happened.Parent, FirstSequence = happened.Sequence });
        _steps[happened.StepPath] = known with { Compensation = compensation, Attempts = Math.Max(known.Attempts, happened.Attempt) };
    }

    private void End(StepEvent happened, string status, StepError? error)
    {
        if (happened.Attempt > 0)
            Change(happened, new Attempt(status) { EndedAt = TimeOf(happened), Error = error });
    }

    private void Change(StepEvent happened, Attempt said)
    {
        var key = (happened.StepPath, happened.Attempt);
        _attempts[key] = said with { StartedAt = _attempts.GetValueOrDefault(key)?.StartedAt ?? said.StartedAt };
    }

    private void LoseAttempts()
    {
        foreach (var (key, attempt) in _attempts.Where(static attempt => attempt.Value.Status is "running").ToList())
            _attempts[key] = attempt with { Status = "lost" };
    }

    private static string? KindOf(StepError? error) => error is null ? null : StatusNames.Of(error.Kind);

    private static string TimeOf(PlanEvent happened) => happened.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private sealed record Step(string Status)
    {
        public string? Parent { get; init; }

        public string? Cause { get; init; }

        public int Attempts { get; init; }

        public string? StartedAt { get; init; }

        public string? EndedAt { get; init; }

        public bool Fallback { get; init; }

        public StepError? Error { get; init; }

        public string? Compensation { get; init; }

        public long FirstSequence { get; init; }
    }

    private sealed record Attempt(string Status)
    {
        public string? StartedAt { get; init; }

        public string? EndedAt { get; init; }

        public StepError? Error { get; init; }
    }
}
