namespace PlanDsl.Tests;

/// <summary>A plan that runs one step at a time, in strands of sixty-four, and whose first body waits; as generated code runs it.</summary>
/// <param name="table">Its table, made by <see cref="SerialProgram.TableOf"/>.</param>
/// <param name="body">What its bodies do, by the index of the step.</param>
internal readonly struct WaitingSerialProgram(PlanTable table, Action<int> body) : IPlanProgram<int>
{
    public PlanTable Table => table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken)
    {
        body(step);
        return default;
    }

    public ValueTask InvokeAsync(int body, StepContext context) => throw new NotSupportedException();

    public ValueTask InvokeAsync(Strand strand) => RunAsync(table.Strands[strand.Number], body, strand);

    public int GetResults() => 0;

    private static async ValueTask RunAsync(int[] steps, Action<int> body, Strand strand)
    {
        var place = strand.Number * 64;
        foreach (var step in steps)
        {
            if (!strand.Begin(++place))
                return;
            if (step == 0)
                await strand.Until(Task.Run(static () => { }));
            body(step);
        }
    }
}
