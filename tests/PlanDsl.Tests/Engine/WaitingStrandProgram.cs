namespace PlanDsl.Tests;

/// <summary>A chain that runs in strands of ten steps, each of which waits, as generated code runs one.</summary>
internal readonly struct WaitingStrandProgram(TaskCompletionSource[] waits) : IPlanProgram<int>
{
    private const int Length = 10;

    public PlanTable Table { get; } = Tables.ChainOfStrands(waits.Length / Length, Length, isAsync: true);

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => new(waits[step].Task);

    public ValueTask InvokeAsync(int body, StepContext context) => default;

    public void Invoke(Strand strand)
    {
        do
        {
            for (var place = strand.NextPlace; ; place++)
            {
                if (place > 1)
                    strand.GetResult();
                if (place > Length)
                    return;
                if (!strand.TryBegin(place))
                    break;
                if (strand.Awaits(waits[(strand.Number * Length) + place - 1].Task))
                    return;
            }
        }
        while (strand.GoesOn());
    }

    public int GetResults() => 0;
}
