using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>Runs a simulated plan in which no step asks for more than to be called, or for more than a timeout and retries, without
/// a coordinator, as long as that is possible: its steps fused to strands, or each by itself.</summary>
internal sealed class ExpressSimulation(SimulatedPlan plan, bool isFused) : Simulation(plan)
{
    private readonly SimulatedPlan _plan = plan;
    private Task<int> _results = null!;

    public override async Task<Observed> ExecuteAsync()
    {
        ExecuteOnThisThread();
        Assert.True(HasEnded, "The run hangs.");
        var endedAt = Elapsed;
        try
        {
            await _results.ConfigureAwait(false);
            return Observe(RunStatus.Succeeded, null, endedAt);
        }
        catch (PlanFailedException failure)
        {
            return Observe(failure.Outcome.Status, failure.Outcome, endedAt);
        }
        catch (OperationCanceledException)
        {
            return Observe(RunStatus.Cancelled, null, endedAt);
        }
    }

    protected override bool HasEnded => _results.IsCompleted;

    protected override void Start()
    {
        var cancellation = new CancellationTokenSource();
        if (_plan.CancelAt is { } moment)
            After(moment, cancellation.Cancel);
        _results = PlanEngine.RunAsync<SimulatedProgram, int>(new(_plan, SimulatedTable.Of(_plan, isFused ? StrandsOf(_plan) : null), this), Clock, cancellation.Token);
    }

    private static int[][] StrandsOf(SimulatedPlan plan)
    {
        var model = new PlanModel
        {
            Id = "simulated",
            MaxParallel = plan.MaxParallel,
            Steps = [.. plan.Steps.Select((step, index) => new StepModel { Id = plan.IdOf(index), IsAsync = !step.IsSync, DependsOn = [.. step.Predecessors.Select(plan.IdOf)] })],
        };
        return [.. Strands.Of(model, PlanGraph.From(model))];
    }
}
