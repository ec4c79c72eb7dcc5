namespace PlanDsl.Generators;

/// <summary>Writes a method that calls what a number stands for: a switch over the numbers.</summary>
/// <param name="writer">Where to.</param>
/// <param name="returns">What it returns.</param>
/// <param name="name">Its name.</param>
/// <param name="number">The name of the parameter that is the number.</param>
/// <param name="parameter">The parameter beside it, its type before its name.</param>
/// <param name="argument">The name of that.</param>
internal sealed class SwitchWriter(CodeWriter writer, string returns, string name, string number, string parameter, string argument)
{
    /// <summary>Up to here one switch is faster; far above it, one switch would be a method that takes the JIT ages.</summary>
    public const int MostCasesInOneSwitch = 256;

    /// <summary>How many numbers each of several switches has.</summary>
    public const int BlockSize = 64;

    private string Unknown => $"throw new global::System.ArgumentOutOfRangeException(nameof({number}))";

    /// <summary>Writes it.</summary>
    /// <param name="cases">The numbers, ascending, and the call that each stands for.</param>
    public void Write(IEnumerable<(int Number, string Call)> cases)
    {
        var all = cases.ToArray();
        var head = $"public {returns} {name}(int {number}, {parameter})";
        if (all.Length == 0)
            writer.WriteLine($"{head} => {Unknown};");
        else if (all.Length <= MostCasesInOneSwitch)
            WriteSwitch(head, all);
        else
            WriteBlocks(head, all);
    }

    private void WriteBlocks(string head, (int Number, string Call)[] cases)
    {
        var blocks = cases.GroupBy(static one => one.Number / BlockSize).ToArray();
        using (writer.Block($"{head} => ({number} / {Text(BlockSize)}) switch", close: "};"))
        {
            foreach (var block in blocks)
                writer.WriteLine($"{Text(block.Key)} => {BlockName(block.Key)}({number}, {argument}),");
            writer.WriteLine($"_ => {Unknown},");
        }

        foreach (var block in blocks)
        {
            writer.WriteLine();
            WriteSwitch($"private {returns} {BlockName(block.Key)}(int {number}, {parameter})", block);
        }
    }

    private void WriteSwitch(string head, IEnumerable<(int Number, string Call)> cases)
    {
        using (writer.Block($"{head} => {number} switch", close: "};"))
        {
            foreach (var (one, call) in cases)
                writer.WriteLine($"{Text(one)} => {call},");
            writer.WriteLine($"_ => {Unknown},");
        }
    }

    private string BlockName(int block) => (name == "InvokeAsync" ? "Invoke" : name) + "From" + Text(block * BlockSize);

    private static string Text(int value) => TableWriter.Text(value);
}
