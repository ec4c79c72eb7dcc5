using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>A plan whose bodies all return at once, in strands of sixty-four, as generated code runs it.</summary>
/// <param name="table">Its table, made by <see cref="TableOf"/>.</param>
/// <param name="body">What its bodies do, by the index of the step.</param>
/// <param name="onCalled">What happens when the code of a strand is called, before it begins a step.</param>
internal readonly struct SerialProgram(PlanTable table, Action<int, Strand?> body, Action<Strand>? onCalled = null) : IPlanProgram<int>
{
    public PlanTable Table => table;

    /// <summary>The table of a plan without names.</summary>
    /// <param name="predecessors">The steps before each.</param>
    /// <param name="maxParallel">How many of them may run at once.</param>
    public static PlanTable TableOf(int[][] predecessors, int? maxParallel = null)
    {
        var plan = new PlanModel
        {
            Id = "serial",
            MaxParallel = maxParallel,
            Steps = [.. predecessors.Select(static (before, step) => Tables.Step(step, isAsync: false, before))],
        };
        var graph = PlanGraph.From(plan);
        return new(
            plan.Id,
            string.Join('\n', plan.Steps.Select(static step => step.Id)),
            new('\n', plan.Steps.Count - 1),
            [.. plan.Steps.Select(step => (byte)step.TraitsIn(plan))],
            [.. graph.SuccessorStart],
            [.. graph.AllSuccessors],
            [.. plan.Steps.Select((_, step) => graph.PredecessorsOf(step).Length)],
            maxParallel ?? 0,
            strands: [.. Strands.Of(plan, graph)]);
    }

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken)
    {
        body(step, null);
        return default;
    }

    public ValueTask InvokeAsync(int body, StepContext context) => throw new NotSupportedException();

    public void Invoke(Strand strand)
    {
        var call = body;
        onCalled?.Invoke(strand);
        StrandSteps.Run(table, strand, step =>
        {
            call(step, strand);
            return default;
        });
    }

    public int GetResults() => 0;
}
