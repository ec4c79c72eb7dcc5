namespace PlanDsl;

/// <summary>What a step asks of the engine about time and failed attempts. Immutable; shared by all runs of a plan.
/// Durations are positive; one longer than 49 days bounds nothing.</summary>
public sealed record StepPolicy
{
    /// <summary>How long the body of one attempt may execute, the time in which it waits for a slot excluded; the plan's
    /// default where the step declares none. <see langword="null"/> for no bound.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long the step may take from its first attempt on, with all attempts and all that lies between them.
    /// <see langword="null"/> for no bound.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>How many attempts follow the first at most, as long as each fails. None by default.</summary>
    public int Retries { get; init; }

    /// <summary>The delay before a retry, under <see cref="RetryBackoff.Exponential"/> the first. <see langword="null"/> for
    /// the default: none, and 1 second under <see cref="RetryBackoff.Exponential"/>.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>The greatest delay under <see cref="RetryBackoff.Exponential"/>, at most a day. <see langword="null"/> for the
    /// default, 60 seconds.</summary>
    public TimeSpan? RetryMaxDelay { get; init; }

    /// <summary>How the delay grows. <see cref="RetryBackoff.Constant"/> by default.</summary>
    public RetryBackoff RetryBackoff { get; init; }

    /// <summary>The types of exception that are retried, with those derived from them; empty, the default, for all. An
    /// attempt that reached its timeout failed with a <see cref="TimeoutException"/>.</summary>
    public IReadOnlyList<Type> RetryOn { get; init; } = [];

    /// <summary>The types of exception that are not retried, with those derived from them, even where
    /// <see cref="RetryOn"/> holds them too.</summary>
    public IReadOnlyList<Type> NoRetryOn { get; init; } = [];

    /// <summary>The kinds of failure that are retried; <see langword="null"/>, the default, for all that can be.</summary>
    public IReadOnlyList<FailureKind>? RetryOnKinds { get; init; }

    /// <summary>The kinds of failure that are not retried; <see langword="null"/>, the default, for none beside those that never are.</summary>
    public IReadOnlyList<FailureKind>? NoRetryOnKinds { get; init; }

    /// <summary>The name of the pipeline of <see cref="PlanOptions.Pipelines"/> around all attempts; <see langword="null"/>
    /// for none.</summary>
    public string? Pipeline { get; init; }

    /// <summary>The number under which <see cref="IPlanProgram.Decide"/> says whether the step is to run; <see langword="null"/>
    /// for a step without condition.</summary>
    public int? Condition { get; init; }

    /// <summary>The number under which <see cref="IPlanProgram.Decide"/> says whether the way through the plan leads to the step;
    /// asked before <see cref="Condition"/>, and <see langword="null"/> for a step that it always leads to. A step that it does not
    /// lead to is skipped (<see cref="SkipCause.Branch"/>), and its dependents run without its result.</summary>
    public int? Branch { get; init; }

    /// <summary>The ends of the step that its transitions accept; <see langword="null"/>, the default, for all. Another end is a failure of
    /// kind <see cref="FailureKind.Transition"/>.</summary>
    public StepEnds? Accepted { get; init; }

    /// <summary>After which ends of its predecessors the step runs. <see cref="RunWhen.Success"/> by default.</summary>
    public RunWhen RunWhen { get; init; }

    /// <summary>The number of the body that is called when the last attempt has failed; <see langword="null"/> for none.</summary>
    public int? Fallback { get; init; }

    /// <summary>The number of the body that undoes the step; <see langword="null"/> for none.</summary>
    public int? Compensation { get; init; }

    /// <summary>How the body is repeated; <see langword="null"/> for a body that is not.</summary>
    public LoopPolicy? Loop { get; init; }

    /// <summary>Whether the body is called once per element of a collection, which <see cref="IPlanProgram.OpenFanOut"/> opens.</summary>
    public bool IsFanOut { get; init; }

    /// <summary>How many elements or members may execute at once; <see langword="null"/> for no bound of the step's own.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>What makes the step a parallel group; <see langword="null"/> for one that is none.</summary>
    public GroupPolicy? Group { get; init; }

    /// <summary>The signal that the step waits for; <see langword="null"/> for none.</summary>
    public SignalPolicy? Signal { get; init; }

    /// <summary>Whether the body runs another plan, so that it holds no slot of its own.</summary>
    public bool IsSubPlan { get; init; }

    /// <summary>Whether the body asks for services, so that the plan does not start without
    /// <see cref="PlanOptions.Services"/>.</summary>
    public bool NeedsServices { get; init; }

    /// <summary>Whether the step asks an agent, so that the plan does not start without <see cref="PlanOptions.Agents"/>.</summary>
    public bool NeedsAgents { get; init; }

    /// <summary>On a step that produces a stream: the index of the step that reads the stream live; <see langword="null"/> for
    /// none.</summary>
    public int? LiveTo { get; init; }

    /// <summary>On a step that reads a stream live: the index of the step that produces it, with which it starts;
    /// <see langword="null"/> for none.</summary>
    public int? LiveFrom { get; init; }

    /// <summary>The same as <see cref="RetryOn"/> by the names of the types, for plans that are made at run time.</summary>
    internal ExceptionNames RetryOnNames { get; init; } = ExceptionNames.None;

    /// <summary>The same as <see cref="NoRetryOn"/> by the names of the types.</summary>
    internal ExceptionNames NoRetryOnNames { get; init; } = ExceptionNames.None;

    /// <summary>Whether the step's body executes something itself, for which it holds a slot.</summary>
    internal bool HoldsSlot => Group is null && Loop is null && Signal is null && !IsFanOut && !IsSubPlan;
}
