using System.Text.Json;

namespace PlanDsl;

/// <summary>The step has ended with its result.</summary>
public sealed record StepSucceededEvent : StepEvent
{
    /// <summary>Whether the result is that of its fallback, after all attempts had failed.</summary>
    public bool Fallback => ReplacedError is not null;

    /// <summary>What its last attempt had failed with before its fallback stepped in; <see langword="null"/> unless
    /// <see cref="Fallback"/>.</summary>
    public StepError? ReplacedError { get; init; }

    /// <summary>Whether a further attempt, which its pipeline had made at the same time, has not returned; see
    /// <see cref="StepOutcome.IsAbandoned"/>.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Whether it is a group that has succeeded without some of its members, and ended <see cref="StepStatus.Partial"/>.</summary>
    public bool Partial { get; init; }

    /// <summary>What its body has returned, as a run that is resumed reads it again; <see langword="null"/> for a step that returns
    /// nothing or consists of others, and in a run without a journal.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The signal that it has taken; <see langword="null"/> for a step that waits for none.</summary>
    public string? Signal { get; init; }
}
