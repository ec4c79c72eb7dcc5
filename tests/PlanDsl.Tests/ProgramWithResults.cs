namespace PlanDsl.Tests;

/// <summary>A program made of delegates that has results.</summary>
internal readonly struct ProgramWithResults<TResults>(DelegateProgram program, Func<TResults> results) : IPlanProgram<TResults>
{
    public PlanTable Table => program.Table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => program.InvokeAsync(step, cancellationToken);

    public ValueTask InvokeAsync(int step, StepContext context) => program.InvokeAsync(step, context);

    public TResults GetResults() => results();
}
