namespace PlanDsl.Tests;

/// <summary>A chain that runs in strands of ten steps, as generated code runs one.</summary>
internal readonly struct StrandProgram(int strands) : IPlanProgram<int>
{
    private const int Length = 10;

    public PlanTable Table { get; } = Tables.ChainOfStrands(strands, Length);

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => default;

    public ValueTask InvokeAsync(int body, StepContext context) => default;

    public void Invoke(Strand strand)
    {
        do
        {
            for (var place = strand.NextPlace; strand.TryBegin(place); place++)
            {
                if (place == (strand.Number + 1) * Length)
                    return;
            }
        }
        while (strand.GoesOn());
    }

    public int GetResults() => 0;
}
