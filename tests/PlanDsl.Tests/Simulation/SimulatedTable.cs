using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>The table of a simulated plan, as a generator would write it. The bodies that policies name are numbered after
/// the steps, a step's fallback at twice its index from there and its compensation behind; of the decisions, a step's condition
/// has its index and the predicate of its loop has that after all conditions.</summary>
internal static class SimulatedTable
{
    public static PlanTable Of(SimulatedPlan plan, int[][]? strands = null)
    {
        var steps = plan.Steps;
        int[][] successors = [.. steps.Select((_, step) => Enumerable.Range(0, steps.Length).Where(other => steps[other].Predecessors.Contains(step)).ToArray())];
        var start = new int[steps.Length + 1];
        for (var step = 0; step < steps.Length; step++)
            start[step + 1] = start[step] + successors[step].Length;

        return new(
            "simulated",
            string.Join('\n', steps.Select((_, step) => plan.IdOf(step))),
            new('\n', steps.Length - 1),
            [.. steps.Select(static step => (byte)TraitsOf(step))],
            start,
            [.. successors.SelectMany(static of => of)],
            [.. steps.Select(static step => step.Predecessors.Length)],
            plan.MaxParallel ?? 0,
            plan.Timeout,
            steps.Any(static step => step.IsGoverned) ? [.. steps.Select((step, index) => step.IsGoverned ? PolicyOf(step, index, steps.Length) : null)] : null,
            steps.Any(static step => step.Group is not null) ? [.. steps.Select(static step => step.MemberOf ?? -1)] : default,
            strands: strands);
    }

    private static StepTraits TraitsOf(SimulatedStep step)
    {
        var isCritical = step.Critical ?? step.Policy is not FailurePolicy.Continue;
        return (step.Group is null && !step.IsSync ? StepTraits.Async : StepTraits.None)
            | (isCritical ? StepTraits.Critical : StepTraits.None)
            | (step.StopsAfter is not null || step.IsGoverned ? StepTraits.Cancellable : StepTraits.None)
            | (step.IsGoverned ? StepTraits.Governed : StepTraits.None)
            | (step.IsBounded ? StepTraits.Bounded : StepTraits.None)
            | step.Policy switch
            {
                FailurePolicy.SkipDependents => StepTraits.SkipDependents,
                FailurePolicy.Abort when isCritical => StepTraits.None,
                _ => StepTraits.Continue,
            };
    }

    private static StepPolicy PolicyOf(SimulatedStep step, int index, int steps) => (step.Governed ?? new()) with
    {
        Condition = step.Condition is null ? null : index,
        RunWhen = step.RunWhen,
        Fallback = step.Fallback is null ? null : steps + (2 * index),
        Compensation = step.Compensation is null ? null : steps + (2 * index) + 1,
        Loop = step.Loop is null ? null : new(steps + index, step.Loop.MaxIterations, step.Loop.UseLast),
        IsFanOut = step.Elements is not null,
        MaxParallel = step.MaxParallel,
        Group = step.Group,
    };
}
