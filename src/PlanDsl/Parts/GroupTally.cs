namespace PlanDsl;

/// <summary>How many members of a group have ended how.</summary>
/// <param name="Members">How many there are, those excepted that their own condition has skipped.</param>
/// <param name="Succeeded">How many have succeeded.</param>
/// <param name="Failed">How many have failed, or were cancelled by name.</param>
internal readonly record struct GroupTally(int Members, int Succeeded, int Failed)
{
    private bool HaveAllEnded => Succeeded + Failed == Members;

    /// <summary>What a strategy makes of it.</summary>
    public GroupVerdict Judge(GroupPolicy policy) => policy.Strategy switch
    {
        ParallelStrategy.Any => Reach(1),
        ParallelStrategy.Threshold => Reach(policy.Threshold),
        ParallelStrategy.FailFast when Failed > 0 => GroupVerdict.Failed,
        _ when !HaveAllEnded => GroupVerdict.Open,
        ParallelStrategy.BestEffort when Succeeded > 0 => Failed == 0 ? GroupVerdict.Succeeded : GroupVerdict.PartlySucceeded,
        ParallelStrategy.BestEffort => GroupVerdict.Failed,
        _ when Failed == 0 => GroupVerdict.Succeeded,
        _ => Succeeded > 0 ? GroupVerdict.PartlyFailed : GroupVerdict.Failed,
    };

    /// <summary>The same with a member that is recorded to have ended so. One that was cancelled with the group says nothing.</summary>
    public GroupTally With(StepEvent end) => end switch
    {
        StepSkippedEvent => this with { Members = Members - 1 },
        StepSucceededEvent => this with { Succeeded = Succeeded + 1 },
        StepFailedEvent or StepCancelledEvent { ByName: true } => this with { Failed = Failed + 1 },
        _ => this,
    };

    private GroupVerdict Reach(int successes) => Succeeded >= successes ? GroupVerdict.Succeeded
        : Members - Failed < successes ? GroupVerdict.Failed
        : GroupVerdict.Open;
}
