namespace PlanDsl.Tests;

/// <summary>A plan in strands of sixty-four whose bodies may wait, as generated code runs it; whatever its table says of that.</summary>
/// <param name="table">Its table, made by <see cref="SerialProgram.TableOf"/>.</param>
/// <param name="body">What its bodies do, by the index of the step.</param>
internal readonly struct WaitingSerialProgram(PlanTable table, Func<int, Strand?, Task> body) : IPlanProgram<int>
{
    public PlanTable Table => table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => new(body(step, null));

    public ValueTask InvokeAsync(int body, StepContext context) => throw new NotSupportedException();

    public ValueTask InvokeAsync(Strand strand) => RunAsync(table.Strands[strand.Number], body, strand);

    public int GetResults() => 0;

    private static async ValueTask RunAsync(int[] steps, Func<int, Strand?, Task> body, Strand strand)
    {
        var place = strand.Number * 64;
        foreach (var step in steps)
        {
            if (!strand.Begin(++place))
                return;
            await strand.Until(body(step, strand));
        }
    }
}
