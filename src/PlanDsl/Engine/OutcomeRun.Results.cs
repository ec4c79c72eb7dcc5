namespace PlanDsl;

/// <summary>A run with typed results, waited for by its outcome.</summary>
internal sealed class OutcomeRun<TProgram, TResults>(TProgram program, PlanOptions? options) : RunCore<TProgram>(program, options)
    where TProgram : struct, IPlanProgram<TResults>
{
    private readonly TaskCompletionSource<PlanOutcome<TResults>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResults? _results;

    public Task<PlanOutcome<TResults>> Completion => _completion.Task;

    private protected override void CollectResults() => _results = Program.GetResults();

    private protected override void Announce()
    {
        var results = Status is RunStatus.Succeeded ? _results : default;
        _completion.SetResult(new(Identity, Steps, Status, Error, results) { JournalError = JournalError });
    }
}
