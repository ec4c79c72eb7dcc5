namespace PlanDsl;

/// <summary>How a step stands, or how it ended. Immutable.</summary>
public sealed class StepOutcome
{
    internal StepOutcome()
    {
    }

    /// <summary>The step's id.</summary>
    public required string Id { get; init; }

    /// <summary>The step's path in the run, as in <see cref="StepEvent.StepPath"/>; for a step of the plan itself, its id.</summary>
    public required string Path { get; init; }

    /// <summary>Its status.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>Why it was skipped; <see langword="null"/> if it was not.</summary>
    public SkipCause? SkipCause { get; init; }

    /// <summary>What went wrong; <see langword="null"/> unless it failed.</summary>
    public StepError? Error { get; init; }

    /// <summary>When its first attempt started, in UTC. Recorded only while somebody observes the run.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in UTC. Recorded only while somebody observes the run.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took from the start of its first attempt to its end; <see langword="null"/> where one of the two
    /// was not recorded.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>How many attempts were started; 0 for a step that never ran.</summary>
    public int Attempts { get; init; }

    /// <summary>How what it consists of stands: the steps of a sub-plan, the members of a group, the elements of a fan-out, the
    /// iterations of a loop. Empty for a step that consists of nothing else, or has not started.</summary>
    public IReadOnlyList<StepOutcome> Children { get; init; } = [];

    /// <summary>Whether it succeeded by its fallback, after all attempts had failed.</summary>
    public bool IsFallback => ReplacedError is not null;

    /// <summary>What its last attempt had failed with before its fallback stepped in; <see langword="null"/> unless
    /// <see cref="IsFallback"/>. What it failed with if the fallback failed too is in <see cref="Error"/>.</summary>
    public StepError? ReplacedError { get; init; }

    /// <summary>Whether it was ended although its body had not returned, because the body had gone on for
    /// <see cref="PlanOptions.CancelGrace"/> after its token was cancelled. That body may still be executing. A step of which a
    /// pipeline had made several attempts at once may have succeeded all the same, by another of them.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>Whether it failed and its policy bears with that, so that the run could succeed all the same: a step whose failure is
    /// not critical, an element of a fan-out under <see cref="FailurePolicy.Continue"/>. Never of a member of a group or of an
    /// iteration, whose failure is what the group or the loop makes of it.</summary>
    public bool IsTolerated { get; init; }

    /// <summary>How it was undone; <see langword="null"/> if it was not to be.</summary>
    public CompensationOutcome? Compensation { get; init; }

    /// <summary>The step, its status, and its error or duration in a line.</summary>
    public override string ToString() => OutcomeText.Of(this);
}
