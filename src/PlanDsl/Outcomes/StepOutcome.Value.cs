using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>How a step ended, with its result if it has one: what a step that runs also after failures is given instead of
/// the result alone. Immutable. What the step consists of and how it was undone, the outcome of the run tells.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class StepOutcome<T>
{
    private readonly StepOutcome _outcome;
    private readonly T? _value;

    internal StepOutcome(StepOutcome outcome, T? value)
    {
        _outcome = outcome;
        _value = HasValue ? value : default;
    }

    /// <inheritdoc cref="StepOutcome.Id"/>
    public string Id => _outcome.Id;

    /// <inheritdoc cref="StepOutcome.Path"/>
    public string Path => _outcome.Path;

    /// <inheritdoc cref="StepOutcome.Status"/>
    public StepStatus Status => _outcome.Status;

    /// <inheritdoc cref="StepOutcome.SkipCause"/>
    public SkipCause? SkipCause => _outcome.SkipCause;

    /// <inheritdoc cref="StepOutcome.Error"/>
    public StepError? Error => _outcome.Error;

    /// <inheritdoc cref="StepOutcome.StartedAt"/>
    public DateTimeOffset? StartedAt => _outcome.StartedAt;

    /// <inheritdoc cref="StepOutcome.EndedAt"/>
    public DateTimeOffset? EndedAt => _outcome.EndedAt;

    /// <inheritdoc cref="StepOutcome.Duration"/>
    public TimeSpan? Duration => _outcome.Duration;

    /// <inheritdoc cref="StepOutcome.Attempts"/>
    public int Attempts => _outcome.Attempts;

    /// <inheritdoc cref="StepOutcome.IsFallback"/>
    public bool IsFallback => _outcome.IsFallback;

    /// <inheritdoc cref="StepOutcome.ReplacedError"/>
    public StepError? ReplacedError => _outcome.ReplacedError;

    /// <inheritdoc cref="StepOutcome.IsAbandoned"/>
    public bool IsAbandoned => _outcome.IsAbandoned;

    /// <inheritdoc cref="StepOutcome.IsTolerated"/>
    public bool IsTolerated => _outcome.IsTolerated;

    /// <summary>Whether there is a result: the step has succeeded.</summary>
    public bool HasValue => Status is StepStatus.Succeeded || (Status is StepStatus.Partial && Error is null);

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value! : throw new InvalidOperationException($"Step '{Id}' has no result: it is {Status}.");

    /// <summary>Gets the result if there is one.</summary>
    /// <param name="value">The result.</param>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return HasValue;
    }

    /// <inheritdoc cref="StepOutcome.ToString"/>
    public override string ToString() => _outcome.ToString();
}
