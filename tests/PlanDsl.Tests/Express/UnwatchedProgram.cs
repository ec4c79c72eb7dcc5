namespace PlanDsl.Tests;

/// <summary>What <see cref="UnwatchedRun"/> does, as generated code would say it.</summary>
internal readonly struct UnwatchedProgram(UnwatchedPlan plan, UnwatchedRun run) : IPlanProgram<int>
{
    public PlanTable Table => plan.Table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => run.InvokeAsync(step, cancellationToken);

    public ValueTask InvokeAsync(int body, StepContext context) => run.InvokeAsync(body, context.CancellationToken);

    public ValueTask InvokeAsync(Strand strand)
    {
        if (Array.Exists(plan.Steps, static step => step.IsAsync))
            return WaitAsync(strand);
        var program = this;
        program.Share(strand, strand.NextPlace, UnwatchedSharing.BeforeBody);
        StrandSteps.RunStraight(Table, strand, step =>
        {
            program.Share(strand, strand.Place, UnwatchedSharing.WithinBody);
            program.Share(strand, strand.Place, UnwatchedSharing.AnotherThread);
            var body = program.InvokeAsync(step, strand.CancellationToken);
            program.Share(strand, strand.Place + 1, UnwatchedSharing.BeforeBody);
            body.GetAwaiter().GetResult();
        });
        return default;
    }

    private async ValueTask WaitAsync(Strand strand)
    {
        foreach (var (place, step) in StrandSteps.Of(plan.Table, strand))
        {
            Share(strand, place, UnwatchedSharing.BeforeBody);
            if (!strand.Begin(place))
                return;
            Share(strand, place, UnwatchedSharing.WithinBody);
            Share(strand, place, UnwatchedSharing.AnotherThread);
            await strand.Until(run.InvokeAsync(step, strand.CancellationToken));
        }
    }

    private void Share(Strand strand, int place, UnwatchedSharing by)
    {
        if (plan.SharedAt != place || plan.SharedBy != by || strand.Owner is not SerialRun serial)
            return;
        if (by is UnwatchedSharing.AnotherThread)
            ThreadPool.UnsafeQueueUserWorkItem(static serial => serial.Share(), serial, preferLocal: false);
        else
            serial.Share();
    }

    public int GetResults() => 0;
}
