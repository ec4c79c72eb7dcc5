namespace PlanDsl.Tests;

/// <summary>A chain that runs in strands of ten steps, as generated code runs one.</summary>
internal readonly struct StrandProgram(int strands) : IPlanProgram<int>
{
    private const int Length = 10;

    public PlanTable Table { get; } = Tables.ChainOfStrands(strands, Length);

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => default;

    public ValueTask InvokeAsync(int body, StepContext context) => default;

    public ValueTask InvokeAsync(Strand strand)
    {
        for (var place = 1; place <= Length; place++)
        {
            if (!strand.Begin((strand.Number * Length) + place))
                return default;
        }

        return default;
    }

    public int GetResults() => 0;
}
