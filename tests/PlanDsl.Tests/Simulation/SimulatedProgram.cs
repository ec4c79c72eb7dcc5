namespace PlanDsl.Tests;

/// <summary>The program of a simulated plan: it says whose body is called, as the numbers of <see cref="SimulatedTable"/> tell.</summary>
internal readonly struct SimulatedProgram(SimulatedPlan plan, PlanTable table, ISimulatedBodies bodies) : IPlanProgram<int>
{
    public PlanTable Table => table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) =>
        bodies.InvokeAsync(new(SimulatedCallKind.Body, step, plan.PathOf(step)), cancellationToken);

    public ValueTask InvokeAsync(int body, StepContext context)
    {
        var steps = plan.Steps.Length;
        if (body < steps && plan.Steps[body].Group is not null)
            return default;
        var kind = body < steps ? SimulatedCallKind.Body : (body - steps) % 2 == 0 ? SimulatedCallKind.Fallback : SimulatedCallKind.Compensation;
        return bodies.InvokeAsync(CallOf(kind, body < steps ? body : (body - steps) / 2, context), context.CancellationToken);
    }

    public void Invoke(Strand strand)
    {
        var program = this;
        StrandSteps.Run(table, strand, step => program.InvokeAsync(step, strand.CancellationToken));
    }

    public int GetResults() => 0;

    public bool Decide(int decision, StepContext context)
    {
        var steps = plan.Steps.Length;
        return bodies.Decide(CallOf(decision < steps ? SimulatedCallKind.Condition : SimulatedCallKind.Until, decision % steps, context));
    }

    public FanOut OpenFanOut(int step) => bodies.OpenFanOut(new(SimulatedCallKind.Elements, step, plan.PathOf(step)));

    private SimulatedCall CallOf(SimulatedCallKind kind, int step, StepContext context)
    {
        var path = plan.PathOf(step);
        if (context.ElementIndex is { } element)
            path += $"[{element}]";
        if (kind is SimulatedCallKind.Body && context.Iteration > 0)
            path += $"#{context.Iteration}";
        return new(kind, step, path) { Attempt = context.Attempt, Element = context.ElementIndex, Iteration = context.Iteration };
    }
}
