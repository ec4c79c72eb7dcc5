namespace PlanDsl;

/// <content>Going on with a wait for a signal that had begun before the run was resumed. What bounds it counts from then, and a wait whose time was up
/// while nobody had the run is over for signals that were given later, though they are there before anybody sees to it.</content>
internal sealed partial class GovernedStep
{
    private bool _hasReachedWait;
    private bool _hasBegunWait;

    // Whether the attempt that goes on waiting has its signal, so that no bound on the wait is reached any more.
    private bool _isGiven;

    /// <summary>When the wait was over that goes on in this attempt; <see langword="null"/> for one that is not.</summary>
    public DateTimeOffset? WaitOverAt { get; private set; }

    // Of the attempt that goes on waiting for its signal.
    private TimeSpan WaitBefore => !_hasReachedWait && Before?.WaitsSince is { } since ? Elapsed.Since(since, run.Time) : TimeSpan.Zero;

    private TimeSpan TakeWaitBefore()
    {
        var waited = WaitBefore;
        _hasReachedWait = true;
        return waited;
    }

    private void HeedWaitBefore()
    {
        if (Signal is null || Before is not { WaitsSince: { } since, StartedAt: var started })
            return;
        var over = Earlier(End(since, OwnTimeout), started is { } start ? End(start, DeclaredTotal) : null);
        if (!(over < run.Time.GetUtcNow()))
            return;
        WaitOverAt = over;
        _isGiven = run.TryGive(this, over.Value);
    }

    // A further attempt waits anew, within what is left for all of them.
    private void LeaveWaitBefore()
    {
        if (!_hasBegunWait)
        {
            _hasBegunWait = true;
            return;
        }

        WaitOverAt = null;
        if (!_isGiven)
            return;
        _isGiven = false;
        _hasReachedWait = true;
        StartTotalTimeout();
    }

    private static DateTimeOffset? End(DateTimeOffset begin, TimeSpan? bound) => bound is { } time && time <= OneShot.Longest ? begin + time : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other < one || one is null ? other : one;
}
