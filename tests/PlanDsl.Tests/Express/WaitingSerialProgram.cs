namespace PlanDsl.Tests;

/// <summary>A plan in strands of sixty-four whose bodies may wait, as generated code runs it; whatever its table says of that.</summary>
/// <param name="table">Its table, made by <see cref="SerialProgram.TableOf"/>.</param>
/// <param name="body">What its bodies do, by the index of the step.</param>
internal readonly struct WaitingSerialProgram(PlanTable table, Func<int, Strand?, Task> body) : IPlanProgram<int>
{
    public PlanTable Table => table;

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken) => new(body(step, null));

    public ValueTask InvokeAsync(int body, StepContext context) => throw new NotSupportedException();

    public void Invoke(Strand strand)
    {
        var call = body;
        StrandSteps.Run(table, strand, step => new(call(step, strand)));
    }

    public int GetResults() => 0;
}
