using System.Text.Json;

namespace PlanDsl;

/// <summary>A run was made: the first of its events.</summary>
public sealed record RunCreatedEvent : PlanEvent
{
    /// <summary>The plan's id.</summary>
    public required string PlanId { get; init; }

    /// <summary>What the plan was, in a few letters: two plans that would go on differently have different ones.
    /// <see langword="null"/> in a run without a journal.</summary>
    public string? PlanHash { get; init; }

    /// <summary>What the plan was, in a line for each step, so that a plan that has changed since can be told how; <see langword="null"/>
    /// in a run without a journal.</summary>
    public string? Shape { get; init; }

    /// <summary>The inputs of the run by their names, but for those that are secret; <see langword="null"/> in a run without a journal.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>The run of which this one does a part again; <see langword="null"/> for none.</summary>
    public string? ParentRun { get; init; }

    /// <summary>What it takes over of that; <see langword="null"/> for nothing.</summary>
    internal RunBeginning? Beginning { get; init; }

    /// <summary>What the environment has for the plans that the run runs, by plan and input; <see langword="null"/> for nothing, and in a run without a journal.</summary>
    /// <seealso cref="EnvironmentValues"/>
    internal JsonElement? FromEnvironment { get; init; }

    /// <summary>What whoever started the run has to know to go on with it; <see langword="null"/> where nobody has said, and in a run
    /// without a journal.</summary>
    internal JsonElement? Origin { get; init; }
}
