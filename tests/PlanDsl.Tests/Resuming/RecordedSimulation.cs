namespace PlanDsl.Tests;

/// <summary>A simulation whose run is recorded from its beginning.</summary>
internal sealed class RecordedSimulation(SimulatedPlan plan) : Simulation(plan)
{
    public const string RunId = "recorded";

    private readonly MemoryJournal _journal = new();

    /// <summary>What was recorded.</summary>
    public async Task<PlanEvent[]> EventsAsync()
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in _journal.ReadAsync(RunId).ConfigureAwait(false))
            events.Add(happened);
        return [.. events];
    }

    protected override PlanRun Begin(PlanOptions options, CancellationToken cancellationToken) =>
        base.Begin(new(options) { Journal = _journal, RunId = RunId }, cancellationToken);
}
