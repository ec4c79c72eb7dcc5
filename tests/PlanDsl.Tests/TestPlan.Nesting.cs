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

    /// <summary>A step that waits for a signal of the name that it has itself.</summary>
    public TestPlan Wait<T>(string id, Action<T> onArrived, string[]? after = null, FailurePolicy? onFailure = null, StepPolicy? policy = null) =>
        Governed(id, async context => onArrived(await context.WaitForSignalAsync<T>(id)), policy, after, onFailure)
            .Also(policy => policy with { Signal = new(id, typeof(T)) });

    /// <summary>A step that waits for a signal that brings nothing.</summary>
    public TestPlan Wait(string id, string[]? after = null) =>
        Governed(id, context => context.WaitForSignalAsync(id), after: after).Also(policy => policy with { Signal = new(id, ValueType: null) });

    /// <summary>Declares that the step added last waits for a signal.</summary>
    public TestPlan Waits(string signal, Type? valueType) => Also(policy => policy with { Signal = new(signal, valueType) });

    /// <summary>Declares that the stream of the step added last is read live by another.</summary>
    public TestPlan FeedsLive(string reader) => Also(policy => policy with { LiveTo = IndexOf(reader) });

    /// <summary>Declares that the step added last reads the stream of another live.</summary>
    public TestPlan ReadsLive(string producer) => Also(policy => policy with { LiveFrom = IndexOf(producer) });
}
