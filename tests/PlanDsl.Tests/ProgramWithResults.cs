namespace PlanDsl.Tests;

/// <summary>A program made of delegates that has results.</summary>
internal readonly struct ProgramWithResults<TResults>(DelegateProgram program, Func<TResults> results) : IPlanProgram<TResults>
{
    public PlanTable Table => program.Table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => program.InvokeAsync(step, cancellationToken);

    public ValueTask InvokeAsync(int step, StepContext context) => program.InvokeAsync(step, context);

    public bool Decide(int decision, StepContext context) => program.Decide(decision, context);

    public FanOut OpenFanOut(int step) => program.OpenFanOut(step);

    public TResults GetResults() => results();
}
