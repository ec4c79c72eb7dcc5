namespace PlanDsl;

/// <content>Going on where a run was left that is resumed.</content>
internal sealed partial class GovernedStep
{
    /// <summary>What is recorded of it; <see langword="null"/> for nothing. Set before it begins.</summary>
    public StepRecord? Before { get; set; }

    /// <summary>How many of its attempts had failed before the run was resumed: they count, and one that was only interrupted does not.</summary>
    private int RetriesBefore => Before is { HasStarted: true } ? Before.Retries : 0;

    /// <summary>Whether its body, or its fallback, has run a sub-plan of which something is recorded.</summary>
    public bool HadSubPlan => HadFallenBackToPlan || (IsSubPlan && Parts is null && Before is { HasPartsOfFallback: false, Parts.Count: > 0 });

    /// <summary>Whether its fallback had begun, and is a plan of which something is recorded. One that starts a plan itself does other things, too, and is not called
    /// for what that has left.</summary>
    public bool HadFallenBackToPlan => Before is { HasPartsOfFallback: true } && Fallback is not null && run.RunsPlanInstead(step);

    /// <summary>Whether a sub-plan was underway in it when the run was left, be it one that a body has started itself.</summary>
    public bool IsInterrupted => Before is { HasStarted: true, End: null, DueAt: null } && (HadSubPlan || HadStartedPlan);

    /// <summary>Whether a body had started a sub-plan itself that may have yet to end, though the step has: it was cancelled before it could start again.</summary>
    public bool HasLeftPlan => HadStartedPlan && Before is { HasEndedUnstarted: true };

    /// <summary>Whether a body, or a fallback, had started a plan itself of which something is recorded.</summary>
    public bool HadStartedParts => !HadSubPlan && Before is { Parts.Count: > 0 } before && (before.HasPartsOfFallback ? Fallback is not null : Parts is null);

    private bool HadStartedPlan => !HadSubPlan && Before is { Parts.Count: > 0 } before
        && (before.HasPartsOfFallback ? Fallback is not null : Parts is null && before.Fallback is null);

    /// <summary>Whether that is a plan which stands in for it.</summary>
    public bool IsFallbackInterrupted => IsInterrupted && Before!.HasPartsOfFallback;

    /// <summary>Whether its body has failed for good, and its fallback was to step in.</summary>
    public bool HadFallenBack => Before is { HasStarted: true, Fallback: not null } && Fallback is not null;

    /// <summary>Whether what an attempt, or the fallback, consists of goes on where it was left, or has ended as it is recorded.</summary>
    /// <param name="attempt">The number of the attempt, or of the last before the fallback.</param>
    public bool GoesOn(int attempt) => Before is { HasStarted: true } before
        && attempt <= before.Attempts + (before.DueAt is null ? 1 : 0)
        && before.HasPartsOfFallback == IsAtFallback;

    /// <summary>The bound that the attempt had reached, or the fallback, where the sub-plan that is underway in it was being stopped for that; <see langword="null"/> for none.</summary>
    private TimeSpan? ReachedBefore(int attempt) => IsInterrupted && GoesOn(attempt) ? Before!.ReachedTimeout : null;

    // What stands for the failure of which only the record is left.
    private Exception? _recordedFailure;

    /// <summary>What a step has failed with whose fallback had begun.</summary>
    private async ValueTask<Exception> RestoreFailureAsync(StepFallbackEvent began)
    {
        if (HadSubPlan && !HadFallenBackToPlan)
            await new BodyReturn(this, run.RestoreReplacedAsync(this));
        else if (HadStartedParts && !HadStartedPlan)
            run.RestoreStarted(this);
        return _recordedFailure = new InvalidOperationException(began.Error.Message);
    }

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
