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

    /// <summary>The name of the pipeline of <see cref="PlanOptions.Pipelines"/> around all attempts; <see langword="null"/>
    /// for none.</summary>
    public string? Pipeline { get; init; }
}
