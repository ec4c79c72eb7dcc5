using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the methods of the state that run a strand: straight-line calls, one after the other.</summary>
internal sealed class StrandWriter(CodeWriter writer, PlanSpec plan, StateNames names)
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Builders = "global::System.Runtime.CompilerServices";

    private readonly StepCalls _calls = new(plan, names);

    /// <summary>Writes them all.</summary>
    public void Write()
    {
        var areWholeOrder = Strands.AreWholeOrder(plan.Model);
        var before = 0;
        for (var strand = 0; strand < names.Strands.Count; strand++)
        {
            Write(names.Strands[strand], names.OfStrand(strand), before);
            if (areWholeOrder)
                before += names.Strands[strand].Length;
        }
    }

    private void Write(int[] steps, string name, int before)
    {
        var last = steps[steps.Length - 1];
        var isAsync = steps.Any(step => step != last && Waits(step));
        var stop = isAsync ? "return" : "return default";
        if (isAsync)
            writer.WriteLine($"[{Builders}.AsyncMethodBuilder(typeof({Builders}.PoolingAsyncValueTaskMethodBuilder))]");
        writer.WriteLine($"public {(isAsync ? "async " : "")}{ValueTask} {name}(global::PlanDsl.Strand strand)");
        using (writer.Braces())
        {
            if (steps.Any(step => AttemptArguments.Declare(plan.Model.Steps[step], MethodRole.Body).Length > 0))
                writer.WriteLine($"var {AttemptArguments.Token} = strand.CancellationToken;");
            for (var place = 0; place < steps.Length; place++)
            {
                writer.WriteLine($"if (!strand.Begin({TableWriter.Text(before + place + 1)})) {stop};");
                if (isAsync || !Waits(steps[place]))
                    writer.WriteLine(StatementOf(steps[place]));
            }

            if (!isAsync)
                writer.WriteLine($"return {(Waits(last) ? TaskOf(last) : "default")};");
        }

        writer.WriteLine();
    }

    private string StatementOf(int step)
    {
        var call = Waits(step) ? $"await strand.Until({_calls.BodyOf(step)})" : _calls.BodyOf(step);
        return plan.Steps[step].Returns is ReturnKind.Void or ReturnKind.Awaitable ? $"{call};" : $"{names.OfReturned(step)} = {call};";
    }

    // Where only the last step waits, the strand need not be a method that does.
    private string TaskOf(int step) =>
        $"{names.OfMethod(step, MethodRole.Body)}({AttemptArguments.Pass(plan.Model.Steps[step], MethodRole.Body, AttemptArguments.Token)})";

    private bool Waits(int step) => plan.Steps[step].Returns is not (ReturnKind.Void or ReturnKind.Value);
}
