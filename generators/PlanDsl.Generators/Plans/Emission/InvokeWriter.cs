namespace PlanDsl.Generators;

/// <summary>Writes one overload of <c>InvokeAsync</c>: a switch over the steps that it is called for.</summary>
/// <param name="writer">Where to.</param>
/// <param name="parameter">The parameter beside the step's index, its type before its name.</param>
/// <param name="argument">Its name.</param>
internal sealed class InvokeWriter(CodeWriter writer, string parameter, string argument)
{
    // Up to here one switch is faster; far above it, one switch would be a method that takes the JIT ages.
    private const int MostStepsInOneSwitch = 256;
    private const int BlockSize = 64;

    private const string Head = "global::System.Threading.Tasks.ValueTask";
    private const string Unknown = "throw new global::System.ArgumentOutOfRangeException(nameof(step))";

    /// <summary>Writes it.</summary>
    /// <param name="count">How many steps the plan has.</param>
    /// <param name="callOf">The call of a step; <see langword="null"/> for one that the other overload is called for.</param>
    public void Write(int count, Func<int, string?> callOf)
    {
        var cases = Enumerable.Range(0, count)
            .Select(step => (Step: step, Call: callOf(step)))
            .Where(static step => step.Call is not null)
            .ToArray();
        var head = $"public {Head} InvokeAsync(int step, {parameter})";
        if (cases.Length == 0)
            writer.WriteLine($"{head} => {Unknown};");
        else if (cases.Length <= MostStepsInOneSwitch)
            WriteSwitch(head, cases);
        else
            WriteBlocks(head, cases);
    }

    private void WriteBlocks(string head, (int Step, string? Call)[] cases)
    {
        var blocks = cases.GroupBy(static step => step.Step / BlockSize).ToArray();
        using (writer.Block($"{head} => (step / {Text(BlockSize)}) switch", close: "};"))
        {
            foreach (var block in blocks)
                writer.WriteLine($"{Text(block.Key)} => InvokeFrom{Text(block.Key * BlockSize)}(step, {argument}),");
            writer.WriteLine($"_ => {Unknown},");
        }

        foreach (var block in blocks)
        {
            writer.WriteLine();
            WriteSwitch($"private {Head} InvokeFrom{Text(block.Key * BlockSize)}(int step, {parameter})", block);
        }
    }

    private void WriteSwitch(string head, IEnumerable<(int Step, string? Call)> cases)
    {
        using (writer.Block($"{head} => step switch", close: "};"))
        {
            foreach (var (step, call) in cases)
                writer.WriteLine($"{Text(step)} => {call},");
            writer.WriteLine($"_ => {Unknown},");
        }
    }

    private static string Text(int number) => TableWriter.Text(number);
}
