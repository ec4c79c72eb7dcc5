namespace PlanDsl.Tests;

/// <content>Sub-plans, signals and streams.</content>
internal sealed partial class TestPlan
{
    /// <summary>A step that runs another plan, and takes no slot for it.</summary>
    public TestPlan SubPlan(string id, TestPlan plan, string[]? after = null, FailurePolicy? onFailure = null, StepPolicy? policy = null) =>
        Governed(id, plan.RunWithinAsync, policy, after, onFailure).Also(static policy => policy with { IsSubPlan = true });

    /// <summary>Runs the plan as generated code runs one that is a step.</summary>
    public async Task RunWithinAsync(StepContext context) =>
        await PlanEngine.Start<ProgramWithResults<string>, string>(new(Program, static () => "results"), context.SubPlanOptions(), context.CancellationToken)
            .GetResultsAsync()
            .ConfigureAwait(false);
}
