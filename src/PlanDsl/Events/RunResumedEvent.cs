using System.Text.Json;

namespace PlanDsl;

/// <summary>A process goes on with a run that another one, or this one before, had begun and not ended. What follows is done by it.</summary>
public sealed record RunResumedEvent : PlanEvent
{
    /// <summary>What the plan is as it goes on; <see langword="null"/> where nobody has said.</summary>
    /// <seealso cref="RunCreatedEvent.PlanHash"/>
    public string? PlanHash { get; init; }

    /// <summary>The same in a line for each step; <see langword="null"/> where it is what it was.</summary>
    /// <seealso cref="RunCreatedEvent.Shape"/>
    public string? Shape { get; init; }

    /// <summary>The id of the process that goes on; <see langword="null"/> where nobody has said.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The name of the machine that it is on; <see langword="null"/> where nobody has said.</summary>
    public string? Host { get; init; }

    /// <summary>What the environment has for the plans that the run runs, by plan and input; <see langword="null"/> where it is what is recorded.</summary>
    internal JsonElement? FromEnvironment { get; init; }

    /// <summary>With what it is gone on with, as whoever started it has to know to go on with it again; <see langword="null"/> where nobody has said.</summary>
    internal JsonElement? Origin { get; init; }
}
