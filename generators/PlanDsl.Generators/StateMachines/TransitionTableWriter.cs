using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes a transition table as data of the image, a line for each state.</summary>
internal static class TransitionTableWriter
{
    public static void Write(CodeWriter writer, TransitionTable table, StateMachineModel machine)
    {
        var rejected = table.Rejected.ToString(CultureInfo.InvariantCulture);
        writer.WriteLine($"// Where each trigger leads, a row for each state; {rejected} where it is rejected.");
        using var _ = Open(writer, table.ElementType);
        writer.WriteLine($"// {string.Join(", ", machine.Triggers)}");
        for (var state = 0; state < table.Rows; state++)
            writer.WriteLine($"{Cells(table.Row(state), rejected.Length)} // {machine.States[state]}");
    }

    private static CodeWriter.Scope Open(CodeWriter writer, string elementType)
    {
        writer.WriteLine($"private static global::System.ReadOnlySpan<{elementType}> __Targets =>");
        writer.WriteLine("[");
        return writer.Indent("];");
    }

    private static string Cells(ReadOnlySpan<int> row, int width)
    {
        var cells = new List<string>(row.Length);
        foreach (var target in row)
            cells.Add(target.ToString(CultureInfo.InvariantCulture).PadLeft(width) + ",");
        return string.Join(" ", cells);
    }
}
