namespace PlanDsl.Tests;

/// <summary>What <see cref="UnwatchedRun"/> does, as generated code would say it.</summary>
internal readonly struct UnwatchedProgram(UnwatchedPlan plan, UnwatchedRun run) : IPlanProgram<int>
{
    public PlanTable Table => plan.Table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => run.InvokeAsync(step, cancellationToken);

    public ValueTask InvokeAsync(int body, StepContext context) => run.InvokeAsync(body, context.CancellationToken);

    public void Invoke(Strand strand)
    {
        var program = this;
        program.Share(strand, strand.NextPlace, UnwatchedSharing.BeforeBody);
        StrandSteps.Run(Table, strand, step =>
        {
            program.Share(strand, strand.Place, UnwatchedSharing.WithinBody);
            program.Share(strand, strand.Place, UnwatchedSharing.AnotherThread);
            var body = program.InvokeAsync(step, strand.CancellationToken);
            program.Share(strand, strand.Place + 1, UnwatchedSharing.BeforeBody);
            return body;
        });
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
