using System.ComponentModel;

namespace PlanDsl;

/// <summary>The way from a step of a plan with transitions. Immutable. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FlowStep
{
    /// <summary>The step that its author says comes after it; <see langword="null"/> where <see cref="NextOnMainLine"/> does.</summary>
    public int? DefaultNext { get; init; }

    /// <summary>The next step on the main line; <see langword="null"/> where that ends.</summary>
    public int? NextOnMainLine { get; init; }

    /// <summary>The steps that run, in this order, when it fails; none by default.</summary>
    public IReadOnlyList<int> FailureBranch { get; init; } = [];

    /// <summary>Whether the way goes on behind it although it has failed.</summary>
    public bool IsTolerated { get; init; }

    /// <summary>Whether it runs also where the way has broken off before it.</summary>
    public bool RunsAfterFailures { get; init; }
}
