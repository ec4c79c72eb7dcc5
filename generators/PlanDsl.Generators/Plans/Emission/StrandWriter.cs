using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the methods of the state that run a strand: straight-line calls, one after the other. Where a body has yet to return,
/// the method returns too, and is called again for what follows.</summary>
internal sealed class StrandWriter(CodeWriter writer, PlanSpec plan, StateNames names)
{
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

    // What it takes to go on where something has to be seen to first stands once, behind all steps, and not between each two of them.
    private void Write(int[] steps, string name, int before)
    {
        using (writer.Block($"public void {name}(global::PlanDsl.Strand strand)"))
        {
            if (steps.Any(step => AttemptArguments.Declare(plan.Model.Steps[step], MethodRole.Body).Length > 0))
                writer.WriteLine($"var {AttemptArguments.Token} = strand.CancellationToken;");
            // For as long as the strand runs, not from memory before and after each call.
            if (steps.Any(names.DirectResults.Has))
                writer.WriteLine($"var {names.Results} = this.{names.Results};");
            writer.WriteLine("do");
            using (writer.Braces())
            {
                using (writer.Block("switch (strand.NextPlace)"))
                {
                    for (var place = 0; place < steps.Length; place++)
                        WriteCase(steps, place, before + place + 1);
                    if (Waits(steps[steps.Length - 1]))
                        WriteCase(steps, steps.Length, before + steps.Length + 1);
                }
            }

            writer.WriteLine("while (strand.GoesOn());");
        }

        writer.WriteLine();
    }

    private void WriteCase(int[] steps, int place, int number)
    {
        writer.WriteLine($"case {TableWriter.Text(number)}:");
        using (writer.Indent())
        {
            if (place > 0 && Waits(steps[place - 1]))
                WriteEndOfWait(steps[place - 1]);
            if (place < steps.Length)
                WriteStep(steps[place], number);
            writer.WriteLine(place == steps.Length || (place == steps.Length - 1 && !Waits(steps[place])) ? "return;" : $"goto case {TableWriter.Text(number + 1)};");
        }
    }

    private void WriteStep(int step, int number)
    {
        var (call, result) = (_calls.BodyOf(step), names.OfReturned(step));
        writer.WriteLine($"if (!strand.TryBegin({TableWriter.Text(number)})) break;");
        switch (plan.Steps[step].Returns)
        {
            case ReturnKind.Void:
                writer.WriteLine($"{call};");
                break;
            case ReturnKind.Value:
                writer.WriteLine($"{result} = {call};");
                break;
            case ReturnKind.AwaitableValue when plan.Steps[step].IsValueTask:
                writer.WriteLine($"if (strand.Awaits({call}, out var returned{TableWriter.Text(number)})) return;");
                writer.WriteLine($"{result} = returned{TableWriter.Text(number)};");
                break;
            default:
                writer.WriteLine($"if (strand.Awaits({call})) return;");
                break;
        }
    }

    private void WriteEndOfWait(int step)
    {
        if (plan.Steps[step].Returns is ReturnKind.Awaitable)
            writer.WriteLine("strand.GetResult();");
        else
            writer.WriteLine($"{(plan.Steps[step].IsValueTask ? "if (strand.HasWaited) " : "")}{names.OfReturned(step)} = strand.GetResult<{ResultOf(step)}>();");
    }

    private string ResultOf(int step) => TypeTexts.Static(TypeTexts.Declared(plan.Model.Steps[step].ResultType!));

    private bool Waits(int step) => plan.Steps[step].Returns is not (ReturnKind.Void or ReturnKind.Value);
}
