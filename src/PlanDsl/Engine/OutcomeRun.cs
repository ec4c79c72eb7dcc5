namespace PlanDsl;

/// <summary>A run without typed results, waited for by its outcome.</summary>
internal sealed class OutcomeRun<TProgram>(TProgram program, PlanOptions? options) : RunCore<TProgram>(program, options)
    where TProgram : struct, IPlanProgram
{
    private readonly TaskCompletionSource<PlanOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<PlanOutcome> Completion => _completion.Task;

    private protected override void CollectResults()
    {
    }

    private protected override void Announce() => _completion.SetResult(new(Identity, Steps, Status, Error) { JournalError = JournalError });
}
