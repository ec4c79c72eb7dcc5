namespace PlanDsl.Tests;

/// <summary>What <see cref="UnwatchedRun"/> does, as generated code would say it.</summary>
internal readonly struct UnwatchedProgram(UnwatchedPlan plan, UnwatchedRun run) : IPlanProgram<int>
{
    public PlanTable Table => plan.Table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => run.InvokeAsync(step, cancellationToken);

    public ValueTask InvokeAsync(int body, StepContext context) => run.InvokeAsync(body, context.CancellationToken);

    // A strand calls one body after the other; only the last of them may wait.
    public ValueTask InvokeAsync(Strand strand)
    {
        var steps = plan.Table.Units.StepsOf(strand.Unit);
        for (var place = 1; ; place++)
        {
            if (!strand.Begin(place))
                return default;
            if (place == steps.Length)
            {
                strand.End();
                return run.InvokeAsync(steps[place - 1], strand.CancellationToken);
            }

            var body = run.InvokeAsync(steps[place - 1], strand.CancellationToken).AsTask();
            if (!body.IsCompletedSuccessfully)
                throw new InvalidOperationException("A step waits that is not the last of its strand.");
        }
    }

    public int GetResults() => 0;
}
