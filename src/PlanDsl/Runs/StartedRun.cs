namespace PlanDsl;

/// <summary>The public face of a run without typed results.</summary>
internal sealed class StartedRun(Coordinator run, Task<PlanOutcome> completion) : PlanRun
{
    public override string RunId => run.Identity.RunId;

    public override string PlanId => run.Identity.PlanId;

    public override IObservable<PlanEvent> Events => run;

    public override IReadOnlyList<StepOutcome> Steps => run.Steps.ToOutcomes();

    private protected override Task<PlanOutcome> UntypedCompletion => completion;

    public override void Cancel() => run.Cancel();

    public override void Signal<T>(string name, T value) => run.Signal(name, new(value, IsPresent: true), run.RecordOf(value));

    public override void Signal(string name) => run.Signal(name, default);

    public override void CancelStep(string path) => run.CancelStep(path);

    public override Task<bool> TryLetGoAsync() => run.TryLetGoAsync();
}
