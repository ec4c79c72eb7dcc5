namespace PlanDsl;

/// <content>Going on where a run was left that is resumed.</content>
internal sealed partial class GovernedStep
{
    /// <summary>What is recorded of it; <see langword="null"/> for nothing. Set before it begins.</summary>
    public StepRecord? Before { get; set; }

    /// <summary>How many of its attempts had failed before the run was resumed: they count, and one that was only interrupted does not.</summary>
    private int RetriesBefore => Before is { HasStarted: true } ? Before.Retries : 0;

    /// <summary>Whether a sub-plan was underway in it when the run was left.</summary>
    public bool IsInterrupted => IsSubPlan && Parts is null && Before is { HasStarted: true, End: null, DueAt: null, Parts.Count: > 0 };

    /// <summary>What was left of the delay before the next attempt of a part when the run was resumed.</summary>
    public TimeSpan DelayLeft => IsPart && Before?.DueAt is { } due && due - run.Time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Has it begin by waiting for that.</summary>
    public void WaitFirst() => _isWaiting = true;

    private async ValueTask<bool> WaitForRestAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(DelayLeft, run.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await WaitForSlotAsync(cancellationToken).ConfigureAwait(false);
    }

    private TimeSpan TimeBefore => Before is { HasStarted: true, StartedAt: { } startedAt } ? Elapsed.Since(startedAt, run.Time) : TimeSpan.Zero;

    /// <summary>Enters how it is recorded to have ended. Under the coordinator's lock.</summary>
    public void RestoreEnd(StepEvent end)
    {
        if (end is StepSucceededEvent { ReplacedError: { } replaced })
            ReplacedError = replaced;
        IsBodyRefused = end is StepFailedEvent { Returned: true };
        (Parts as GroupParts)?.Restore(end);
    }

    /// <summary>Makes the attempt the last, whose body had returned before the run was resumed.</summary>
    public StepContext RestoreAttempt() => LastContext = ContextOf(deadline: null, CancellationToken.None);

    private int RetriesLeft => policy is null ? 0 : policy.Retries - RetriesBefore;
}
