namespace PlanDsl;

/// <summary>A run that is waited for by its results alone, so that one which succeeds makes no outcome.</summary>
internal sealed class ResultsRun<TProgram, TResults>(TProgram program, CancellationToken cancellationToken) : RunCore<TProgram>(program, null)
    where TProgram : struct, IPlanProgram<TResults>
{
    private readonly TaskCompletionSource<TResults> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResults? _results;

    public Task<TResults> Completion => _completion.Task;

    private protected override void CollectResults() => _results = Program.GetResults();

    private protected override void Announce()
    {
        if (Status is RunStatus.Succeeded)
            _completion.SetResult(_results!);
        else if (Status is RunStatus.Cancelled)
            _completion.SetCanceled(cancellationToken);
        else
            _completion.SetException(new PlanFailedException(new(Identity, Steps, Status, Error)));
    }
}
