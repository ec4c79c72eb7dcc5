using System.Globalization;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the struct that the engine runs: the table, and a switch over the steps.</summary>
internal static class ProgramWriter
{
    // Up to here one switch is faster; far above it, one switch would be a method that takes the JIT ages.
    private const int MostStepsInOneSwitch = 256;
    private const int BlockSize = 64;

    private const string Head = "global::System.Threading.Tasks.ValueTask";
    private const string Parameters = $"(int step, {Signatures.CancellationToken} {StepCalls.Token})";

    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        writer.WriteLine();
        writer.WriteLine("/// <summary>What the engine runs: the table, and how to invoke each step.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block("private readonly struct __Program(__State state) : global::PlanDsl.IPlanProgram<Results>"))
        {
            writer.WriteLine("public global::PlanDsl.PlanTable Table => __Table.Value;");
            writer.WriteLine();
            if (plan.Steps.Count <= MostStepsInOneSwitch)
                WriteSwitch(writer, $"public {Head} InvokeAsync{Parameters}", plan, 0, plan.Steps.Count);
            else
                WriteBlocks(writer, plan);
            writer.WriteLine();
            writer.WriteLine($"public Results GetResults() => state.{names.GetResults}();");
        }
    }

    private static void WriteBlocks(CodeWriter writer, PlanSpec plan)
    {
        var blocks = (plan.Steps.Count + BlockSize - 1) / BlockSize;
        using (writer.Block($"public {Head} InvokeAsync{Parameters} => (step / {Text(BlockSize)}) switch", close: "};"))
        {
            for (var block = 0; block < blocks; block++)
                writer.WriteLine($"{Text(block)} => InvokeFrom{Text(block * BlockSize)}(step, {StepCalls.Token}),");
            WriteDefault(writer);
        }

        for (var start = 0; start < plan.Steps.Count; start += BlockSize)
        {
            writer.WriteLine();
            WriteSwitch(writer, $"private {Head} InvokeFrom{Text(start)}{Parameters}", plan, start, Math.Min(start + BlockSize, plan.Steps.Count));
        }
    }

    private static void WriteSwitch(CodeWriter writer, string head, PlanSpec plan, int start, int end)
    {
        using (writer.Block($"{head} => step switch", close: "};"))
        {
            for (var step = start; step < end; step++)
            {
                var token = plan.Model.Steps[step].TakesCancellationToken ? StepCalls.Token : "";
                writer.WriteLine($"{Text(step)} => state.{plan.Steps[step].Method}({token}),");
            }

            WriteDefault(writer);
        }
    }

    private static void WriteDefault(CodeWriter writer) =>
        writer.WriteLine("_ => throw new global::System.ArgumentOutOfRangeException(nameof(step)),");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
