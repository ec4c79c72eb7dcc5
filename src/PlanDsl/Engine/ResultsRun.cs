namespace PlanDsl;

/// <summary>A run that is waited for by its results alone, so that one which succeeds makes no outcome.</summary>
internal sealed class ResultsRun<TProgram, TResults> : RunCore<TProgram>
    where TProgram : struct, IPlanProgram<TResults>
{
    private readonly CancellationToken _cancellationToken;
    private readonly TaskCompletionSource<TResults> _completion;
    private TResults? _results;

    public ResultsRun(TProgram program, PlanOptions? options, CancellationToken cancellationToken)
        : base(program, options)
    {
        _cancellationToken = cancellationToken;
        _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Goes on with a run that was begun without a coordinator, and is waited for already.</summary>
    public ResultsRun(TProgram program, TaskCompletionSource<TResults> completion, IBegunRun begun, CancellationToken cancellationToken)
        : base(program, null, begun)
    {
        _cancellationToken = cancellationToken;
        _completion = completion;
        Inherit(begun);
    }

    public Task<TResults> Completion => _completion.Task;

    private protected override void CollectResults() => _results = Program.GetResults();

    private protected override void Announce()
    {
        if (Status is RunStatus.Succeeded)
            _completion.SetResult(_results!);
        else if (Status is RunStatus.Cancelled)
            _completion.SetFromTask(new PlanCanceledException(Outcome, _cancellationToken).ToTask<TResults>());
        else
            _completion.SetException(new PlanFailedException(Outcome));
    }

    private PlanOutcome Outcome => new(Identity, Steps, Status, Error);
}
