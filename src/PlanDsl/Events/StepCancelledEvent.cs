using System.Text.Json;

namespace PlanDsl;

/// <summary>The step has ended by cancellation, before or after it started.</summary>
public sealed record StepCancelledEvent : StepEvent
{
    /// <summary>Whether its body has not returned; see <see cref="StepOutcome.IsAbandoned"/>.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Whether it was cancelled by name, which is a failure to others, and not with what is around it.</summary>
    public bool ByName { get; init; }

    /// <summary>Whether its body has returned, too late to win the race in which it was, so that it is undone.</summary>
    public bool Returned { get; init; }

    /// <summary>What that body has returned, for what undoes it; <see langword="null"/> where nothing does, and in a run without a
    /// journal.</summary>
    public JsonElement? Result { get; init; }
}
