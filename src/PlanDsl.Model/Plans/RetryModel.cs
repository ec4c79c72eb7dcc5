namespace PlanDsl.Model;

/// <summary>What a step does about the failure of an attempt, as declared.</summary>
public sealed record RetryModel
{
    /// <summary>How many attempts follow the first at most; <see langword="null"/> where it is left out, which is none.</summary>
    public int? Retries { get; init; }

    /// <summary>The delay before a retry, the first one under <see cref="RetryBackoff.Exponential"/>. By default none, and
    /// 1 second under <see cref="RetryBackoff.Exponential"/>.</summary>
    public Duration? Delay { get; init; }

    /// <summary>The greatest delay under <see cref="RetryBackoff.Exponential"/>, by default 60 seconds.</summary>
    public Duration? MaxDelay { get; init; }

    /// <summary>How the delay grows; <see langword="null"/> for the default, <see cref="RetryBackoff.Constant"/>.</summary>
    public RetryBackoff? Backoff { get; init; }

    /// <summary>The types of exception that are retried; none for all, and <see langword="null"/> where it is left out.</summary>
    public EquatableArray<TypeRef>? RetryOn { get; init; }

    /// <summary>The types of exception that are not; <see langword="null"/> where it is left out.</summary>
    public EquatableArray<TypeRef>? NoRetryOn { get; init; }
}
