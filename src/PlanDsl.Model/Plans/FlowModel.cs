namespace PlanDsl.Model;

/// <summary>The way to and from a step of a sequential plan.</summary>
public sealed record FlowModel
{
    /// <summary>The ends of the step that are accepted, names of <see cref="FlowEvents"/>; empty where all are. Another end is a
    /// failure of kind <c>transition</c>.</summary>
    public EquatableArray<string> AllowedEvents { get; init; }

    /// <summary>The steps that run, in this order, when the step fails; empty where its policy says what then happens.</summary>
    public EquatableArray<int> FailureBranch { get; init; }

    /// <summary>The step that its author says comes after it; <see langword="null"/> where the next on the main line does.</summary>
    public int? DefaultNext { get; init; }

    /// <summary>The next step on the main line behind this one; <see langword="null"/> where the line ends.</summary>
    public int? NextOnMainLine { get; init; }

    /// <summary>Whether the step is reached by the failure of another only.</summary>
    public bool IsOffMainLine { get; init; }
}
