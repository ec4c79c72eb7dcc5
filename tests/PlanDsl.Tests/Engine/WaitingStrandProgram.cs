using System.Runtime.CompilerServices;

namespace PlanDsl.Tests;

/// <summary>A chain that runs in strands of ten steps, each of which waits, as generated code runs one.</summary>
internal readonly struct WaitingStrandProgram(TaskCompletionSource[] waits) : IPlanProgram<int>
{
    private const int Length = 10;

    public PlanTable Table { get; } = Tables.ChainOfStrands(waits.Length / Length, Length, isAsync: true);

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => new(waits[step].Task);

    public ValueTask InvokeAsync(int body, StepContext context) => default;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask InvokeAsync(Strand strand)
    {
        for (var place = 1; place <= Length; place++)
        {
            if (!strand.Begin(place))
                return;
            await strand.Until(waits[(strand.Number * Length) + place - 1].Task);
        }
    }

    public int GetResults() => 0;
}
