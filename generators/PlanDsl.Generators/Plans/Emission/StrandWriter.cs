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
        for (var strand = 0; strand < names.Strands.Count; strand++)
            Write(names.Strands[strand], names.OfStrand(strand));
    }

    private void Write(int[] steps, string name)
    {
        var waits = steps.Any(step => Waits(plan.Steps[step].Returns));
        if (waits)
            writer.WriteLine($"[{Builders}.AsyncMethodBuilder(typeof({Builders}.PoolingAsyncValueTaskMethodBuilder))]");
        writer.WriteLine($"public {(waits ? "async " : "")}{ValueTask} {name}(global::PlanDsl.Strand strand)");
        using (writer.Braces())
        {
            if (steps.Any(step => AttemptArguments.Declare(plan.Model.Steps[step], MethodRole.Body).Length > 0))
                writer.WriteLine($"var {AttemptArguments.Token} = strand.CancellationToken;");
            for (var place = 0; place < steps.Length; place++)
            {
                writer.WriteLine($"if (!strand.Begin({TableWriter.Text(place + 1)})) {(waits ? "return" : "return default")};");
                writer.WriteLine(StatementOf(steps[place]));
            }

            writer.WriteLine("strand.End();");
            if (!waits)
                writer.WriteLine("return default;");
        }

        writer.WriteLine();
    }

    private string StatementOf(int step)
    {
        var call = _calls.BodyOf(step);
        var value = Waits(plan.Steps[step].Returns) ? $"await {call}.ConfigureAwait(false)" : call;
        return plan.Steps[step].Returns is ReturnKind.Void or ReturnKind.Awaitable ? $"{value};" : $"{names.OfReturned(step)} = {value};";
    }

    private static bool Waits(ReturnKind returns) => returns is not (ReturnKind.Void or ReturnKind.Value);
}
