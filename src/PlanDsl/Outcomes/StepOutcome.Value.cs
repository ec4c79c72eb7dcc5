using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>How a step ended, with its result if it has one: what a step that runs also after failures is given instead of
/// the result alone. Immutable.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class StepOutcome<T>
{
    private readonly T? _value;

    internal StepOutcome(string id, StepStatus status, StepError? error, T? value)
    {
        Id = id;
        Status = status;
        Error = error;
        _value = HasValue ? value : default;
    }

    /// <summary>The step's id.</summary>
    public string Id { get; }

    /// <summary>Its status.</summary>
    public StepStatus Status { get; }

    /// <summary>What went wrong; <see langword="null"/> unless it failed.</summary>
    public StepError? Error { get; }

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
}
