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
        var isAsync = steps.Take(steps.Length - 1).Any(Waits);
        if (isAsync)
            writer.WriteLine($"[{Builders}.AsyncMethodBuilder(typeof({Builders}.PoolingAsyncValueTaskMethodBuilder))]");
        using (writer.Block($"public {(isAsync ? "async " : "")}{ValueTask} {name}(global::PlanDsl.Strand strand)"))
        {
            if (steps.Any(step => AttemptArguments.Declare(plan.Model.Steps[step], MethodRole.Body).Length > 0))
                writer.WriteLine($"var {AttemptArguments.Token} = strand.CancellationToken;");
            if (isAsync)
                WriteWaiting(steps, before);
            else
                WriteStraight(steps, before);
        }

        writer.WriteLine();
    }

    private void WriteWaiting(int[] steps, int before)
    {
        for (var place = 0; place < steps.Length; place++)
        {
            writer.WriteLine($"if (!strand.Begin({PlaceOf(before, place)})) return;");
            writer.WriteLine(StatementOf(steps[place]));
        }
    }

    // What it takes to go on where something has to be seen to first stands once, behind all steps, and not between each two of them.
    private void WriteStraight(int[] steps, int before)
    {
        writer.WriteLine("do");
        using (writer.Braces())
        {
            using (writer.Block("switch (strand.NextPlace)"))
            {
                for (var place = 0; place < steps.Length; place++)
                {
                    writer.WriteLine($"case {PlaceOf(before, place)}:");
                    using (writer.Indent())
                    {
                        writer.WriteLine($"if (!strand.TryBegin({PlaceOf(before, place)})) break;");
                        WriteStraight(steps, before, place);
                    }
                }
            }
        }

        writer.WriteLine("while (strand.GoesOn());");
        writer.WriteLine("return default;");
    }

    private void WriteStraight(int[] steps, int before, int place)
    {
        var isLast = place == steps.Length - 1;
        if (!Waits(steps[place]))
            writer.WriteLine(StatementOf(steps[place]));
        writer.WriteLine(!isLast ? $"goto case {PlaceOf(before, place + 1)};" : $"return {(Waits(steps[place]) ? TaskOf(steps[place]) : "default")};");
    }

    private static string PlaceOf(int before, int place) => TableWriter.Text(before + place + 1);

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
