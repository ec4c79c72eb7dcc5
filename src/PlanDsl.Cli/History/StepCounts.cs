namespace PlanDsl.Cli;

/// <summary>How many steps of a run stand how.</summary>
internal static class StepCounts
{
    /// <summary>The statuses that some step has, in the order of a step's life.</summary>
    public static IEnumerable<(StepStatus Status, int Count)> Of(RunHistory history) =>
        history.Steps.GroupBy(static step => step.Status).OrderBy(static steps => steps.Key).Select(static steps => (steps.Key, steps.Count()));
}
