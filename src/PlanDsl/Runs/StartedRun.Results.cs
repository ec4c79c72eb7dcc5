namespace PlanDsl;

/// <summary>The public face of a run with typed results.</summary>
internal sealed class StartedRun<TResults>(Coordinator run, Task<PlanOutcome<TResults>> completion, CancellationToken cancellationToken)
    : PlanRun<TResults>
{
    public override string RunId => run.Identity.RunId;

    public override string PlanId => run.Identity.PlanId;

    public override Task<PlanOutcome<TResults>> Completion => completion;

    public override IObservable<PlanEvent> Events => run;

    public override IReadOnlyList<StepOutcome> Steps => run.Steps.ToOutcomes();

    private protected override Task<PlanOutcome> UntypedCompletion => field ??= WithoutResultsAsync();

    public override void Cancel() => run.Cancel();

    public override void Signal<T>(string name, T value) => run.Signal(name, new(value, IsPresent: true), run.RecordOf(value));

    public override void Signal(string name) => run.Signal(name, default);

    public override void CancelStep(string path) => run.CancelStep(path);

    public override Task<bool> TryLetGoAsync() => run.TryLetGoAsync();

    public override async Task<TResults> GetResultsAsync()
    {
        var outcome = await completion.ConfigureAwait(false);
        return outcome.Status switch
        {
            RunStatus.Succeeded => outcome.Results!,
            RunStatus.Running => throw new InvalidOperationException($"Run '{RunId}' of plan '{PlanId}' was let go of, and has no results yet. Resume it."),
            RunStatus.Cancelled => throw new PlanCanceledException(outcome, cancellationToken.IsCancellationRequested ? cancellationToken : default),
            _ => throw new PlanFailedException(outcome),
        };
    }

    private async Task<PlanOutcome> WithoutResultsAsync() => await completion.ConfigureAwait(false);
}
