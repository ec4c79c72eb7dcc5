namespace PlanDsl.Tests;

/// <summary>A simulation that goes on with a run of which only the first events were recorded, as if its process had died then.</summary>
/// <param name="plan">The plan.</param>
/// <param name="recorded">What was recorded.</param>
internal sealed class ResumedSimulation(SimulatedPlan plan, PlanEvent[] recorded) : Simulation(plan, recorded[^1].Time)
{
    private readonly MemoryJournal _journal = new();

    // The attempts of each body that its author would count: those that were only interrupted are no others.
    private readonly Dictionary<string, int> _attempts = recorded.OfType<StepRetryEvent>().CountBy(static retry => retry.StepPath)
        .ToDictionary(static retries => retries.Key, static retries => retries.Value, StringComparer.Ordinal);

    /// <summary>All that is recorded of the run by now.</summary>
    public async Task<PlanEvent[]> EventsAsync()
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in _journal.ReadAsync(RecordedSimulation.RunId).ConfigureAwait(false))
            events.Add(happened);
        return [.. events];
    }

    protected override TimeSpan Before => recorded[^1].Time - recorded[0].Time;

    public override ValueTask InvokeAsync(SimulatedCall call, CancellationToken cancellationToken)
    {
        if (call.Kind is SimulatedCallKind.Body)
        {
            _attempts[call.Path] = _attempts.GetValueOrDefault(call.Path) + 1;
            call = call with { Attempt = _attempts[call.Path] };
        }

        return base.InvokeAsync(call, cancellationToken);
    }

    protected override PlanRun Begin(PlanOptions options, CancellationToken cancellationToken)
    {
        Record();
        options = new(options) { Journal = _journal };
        var table = SimulatedTable.Of(Plan);
        var resumption = RunResumption.ClaimAsync(RecordedSimulation.RunId, table, options, CancellationToken.None).GetAwaiter().GetResult();
        return resumption.GoOnAsync(PlanShape.Of(new SimulatedProgram(Plan, table, this)), options, resumed => base.Begin(resumed, cancellationToken)).GetAwaiter().GetResult();
    }

    private void Record()
    {
        var journal = _journal.CreateAsync(RecordedSimulation.RunId).AsTask().GetAwaiter().GetResult();
        foreach (var happened in recorded)
            journal.Append(happened);
        journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
