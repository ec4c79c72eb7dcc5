using System.Globalization;
using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>As many methods as the largest plan has steps, each of which is called from one place, by its number: what one writes by
/// hand has to call different methods too, if it is to do what the steps of a plan do.</summary>
internal static class ManyMethodsSource
{
    private const int BlockSize = 64;

    public static string Of(int count)
    {
        var text = new StringBuilder();
        text.AppendLine("using System;");
        text.AppendLine("using System.Threading.Tasks;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine("internal static class ManyMethods");
        text.AppendLine("{");
        Write(text, count, "Task<int>", "YieldAsync", "int value", "value");
        Write(text, count, "int", "Spin", "int value, int nanoseconds", "value, nanoseconds");
        text.AppendLine("}");
        return text.ToString();
    }

    /// <summary>Delegates of the first of them.</summary>
    public static string DelegatesOf(int count)
    {
        var text = new StringBuilder();
        text.AppendLine("using System;");
        text.AppendLine("using System.Threading.Tasks;");
        text.AppendLine("namespace PlanDsl.Benchmarks;");
        text.AppendLine("internal static class ManyDelegates");
        text.AppendLine("{");
        WriteDelegates(text, count, "Func<int, Task<int>>", "YieldAsync");
        WriteDelegates(text, count, "Func<int, int, int>", "Spin");
        text.AppendLine("}");
        return text.ToString();
    }

    private static void WriteDelegates(StringBuilder text, int count, string type, string name)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"    public static readonly {type}[] {name} =");
        text.AppendLine("    [");
        for (var number = 0; number < count; number++)
            text.AppendLine(CultureInfo.InvariantCulture, $"        new(ManyMethods.{name}{number}),");
        text.AppendLine("    ];");
    }

    private static void Write(StringBuilder text, int count, string type, string name, string parameters, string arguments)
    {
        var blocks = Enumerable.Range(0, (count + BlockSize - 1) / BlockSize).ToArray();
        WriteSwitch(text, $"public static {type} {name}(int number, {parameters}) => (number / {BlockSize.ToString(CultureInfo.InvariantCulture)})", blocks, block => $"{name}From{Text(block)}(number, {arguments})");
        foreach (var block in blocks)
        {
            var numbers = Enumerable.Range(block * BlockSize, Math.Min(BlockSize, count - (block * BlockSize))).ToArray();
            WriteSwitch(text, $"private static {type} {name}From{Text(block)}(int number, {parameters}) => number", numbers, number => $"{name}{Text(number)}({arguments})");
            foreach (var number in numbers)
                text.AppendLine(CultureInfo.InvariantCulture, $"    public static {type} {name}{number}({parameters}) => Step.{name}({arguments});");
        }
    }

    private static void WriteSwitch(StringBuilder text, string head, int[] numbers, Func<int, string> callOf)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"    {head} switch");
        text.AppendLine("    {");
        foreach (var number in numbers)
            text.AppendLine(CultureInfo.InvariantCulture, $"        {number} => {callOf(number)},");
        text.AppendLine("        _ => throw new ArgumentOutOfRangeException(nameof(number)),");
        text.AppendLine("    };");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
