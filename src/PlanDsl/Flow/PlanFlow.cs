using System.ComponentModel;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The ways through a plan with transitions. Immutable; shared by all runs. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlanFlow
{
    /// <summary>The ways.</summary>
    /// <param name="first">The step at which they begin.</param>
    /// <param name="steps">The way from each step; <see langword="null"/> for members of groups.</param>
    public PlanFlow(int first, IReadOnlyList<FlowStep?> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        (First, Steps) = (first, steps);
    }

    internal int First { get; }

    internal IReadOnlyList<FlowStep?> Steps { get; }

    /// <summary>Those of a plan that is made at run time; <see langword="null"/> where each step simply waits for those before it.</summary>
    internal static PlanFlow? Of(PlanModel plan) => FlowStart.Of(plan) is { } first ? new(first, [.. plan.Steps.Select(Of)]) : null;

    private static FlowStep? Of(StepModel step) => step.Flow is not { } flow ? null : new()
    {
        DefaultNext = flow.DefaultNext,
        NextOnMainLine = flow.NextOnMainLine,
        FailureBranch = [.. flow.FailureBranch],
        IsTolerated = step.EffectiveOnFailure is FailurePolicy.Continue,
        RunsAfterFailures = step.RunsAfterFailures,
    };
}
