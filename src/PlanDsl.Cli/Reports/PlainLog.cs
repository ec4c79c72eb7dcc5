using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Events of a run as lines of text, each with the time since the run started.</summary>
internal sealed class PlainLog
{
    private const int LongestMessage = 160;

    private readonly Dictionary<string, DateTimeOffset> _started = new(StringComparer.Ordinal);
    private DateTimeOffset? _begin;

    /// <summary>Whether it tells how the run has ended, where nothing else does.</summary>
    public bool TellsEnd { get; init; }

    /// <summary>The line of an event; <see langword="null"/> for one that is nothing to people.</summary>
    public string? LineOf(PlanEvent happened)
    {
        _begin ??= happened.Time;
        if (TextOf(happened) is not { } text)
            return null;
        var time = happened.Time - _begin.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}.{time.Milliseconds:000}  {ControlCharacters.Spelled(text)}");
    }

    private string? TextOf(PlanEvent happened) => happened switch
    {
        RunCreatedEvent { PlanHash: not null } recorded => $"run {recorded.RunId}",
        RunResumedEvent resumed => $"going on with run {resumed.RunId}",
        RunCancelRequestedEvent => "cancelling the run",
        SignalReceivedEvent { StepPath: { } path } signal => $"{path}: signal '{signal.Name}' has come",
        SignalReceivedEvent signal => $"signal '{signal.Name}' has come, and is kept",
        StepWaitingEvent { Signal: { } signal } waiting => $"{waiting.StepPath}: waiting for signal '{signal}'",
        StepStartedEvent { Attempt: > 1 } again => $"{again.StepPath}: attempt {again.Attempt}",
        StepStartedEvent started => Started(started),
        StepWaitingEvent waiting => $"{waiting.StepPath}: waiting",
        StepRetryEvent retry => $"{retry.StepPath}: attempt {retry.Attempt} failed{(retry.Delay > TimeSpan.Zero ? $", next in {TimeText.Of(retry.Delay)}" : "")}: {Beginning(retry.Error)}",
        StepFallbackEvent fallback => $"{fallback.StepPath}: attempt {fallback.Attempt} failed, and its fallback steps in: {Beginning(fallback.Error)}",
        StepTimeoutEvent timeout => $"{timeout.StepPath}: its time is up after {TimeText.Of(timeout.Timeout)}",
        StepSucceededEvent succeeded => $"{succeeded.StepPath}: succeeded{(succeeded.Fallback ? " by its fallback" : "")}{Took(succeeded)}",
        StepFailedEvent failed => $"{failed.StepPath}: failed{(failed.Tolerated ? ", and is tolerated" : "")}{Took(failed)}: {Beginning(failed.Error)}",
        StepSkippedEvent skipped => $"{skipped.StepPath}: skipped ({SnakeCase.From(skipped.Cause.ToString())})",
        StepCancelledEvent cancelled => $"{cancelled.StepPath}: cancelled",
        CompensationStartedEvent undo => $"{undo.StepPath}: being undone",
        CompensationSucceededEvent undone => $"{undone.StepPath}: undone",
        CompensationFailedEvent kept => $"{kept.StepPath}: could not be undone: {Beginning(kept.Error)}",
        RunCompletedEvent ended when TellsEnd => Ended(ended),
        _ => null,
    };

    private string Ended(RunCompletedEvent ended)
    {
        var error = ended.Error is { } what ? $": {(what.StepId is { } step ? $"step '{step}': " : "")}{StatusNames.Of(what.Kind)}: {Beginning(what)}" : "";
        return $"run {StatusNames.Of(ended.Status)} in {TimeText.Of(RunTimes.Length(_begin!.Value, ended.Time))}{error}";
    }

    private string Started(StepStartedEvent started)
    {
        _started.TryAdd(started.StepPath, started.Time);
        return $"{started.StepPath}: started";
    }

    private string Took(StepEvent ended) => _started.Remove(ended.StepPath, out var start) ? $" in {TimeText.Of(ended.Time - start)}" : "";

    // The whole is in the summary.
    private static string Beginning(StepError error)
    {
        var line = error.Message.Trim().ReplaceLineEndings(" ");
        return line.Length <= LongestMessage ? line : $"{line.AsSpan(0, LongestMessage - 1)}…";
    }
}
