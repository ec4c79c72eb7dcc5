using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the members of a sound machine.</summary>
internal static class StateMachineBodies
{
    public static void Write(CodeWriter writer, StateMachineMembers members, StateMachineSpec machine)
    {
        var table = new TransitionTable(machine.Model!);
        var states = new EnumAxis(machine.States!, "state", "__RowOf");
        var triggers = new EnumAxis(machine.Triggers!, "trigger", "__ColumnOf");

        using (members.TryFire())
            WriteTryFire(writer, table, states, triggers);
        writer.WriteLine();
        using (members.Permitted())
            WritePermitted(writer, table, machine);
        writer.WriteLine();
        using (members.IsTerminal())
            writer.WriteLine($"return {IsAnyOf("state", machine)};");
        writer.WriteLine();
        using (members.ToMermaid())
            WriteMermaid(writer, MermaidStateDiagram.Of(machine.Model!));
        writer.WriteLine();
        TransitionTableWriter.Write(writer, table, machine.Model!);
        states.WriteHelpers(writer);
        triggers.WriteIndex(writer);
    }

    // if (row < 7 && column < 9)
    // {
    //     var target = __Targets[(int)(row * 9 + column)];
    //     …
    // The two comparisons prove the index, and the JIT drops the span's own check.
    private static void WriteTryFire(CodeWriter writer, TransitionTable table, EnumAxis states, EnumAxis triggers)
    {
        writer.WriteLine($"var row = {states.Index};");
        writer.WriteLine($"var column = {triggers.Index};");
        using (writer.Block($"if (row < {Text(table.Rows)} && column < {Text(table.Columns)})"))
        {
            writer.WriteLine($"var target = __Targets[(int)(row * {Text(table.Columns)} + column)];");
            using (writer.Block($"if (target != {Text(table.Rejected)})"))
            {
                writer.WriteLine($"next = {states.At("target")};");
                writer.WriteLine("return true;");
            }
        }

        writer.WriteLine();
        writer.WriteLine("next = state;");
        writer.WriteLine("return false;");
    }

    private static void WritePermitted(CodeWriter writer, TransitionTable table, StateMachineSpec machine)
    {
        using var arms = writer.Block("return state switch", "};");
        for (var row = 0; row < table.Rows; row++)
        {
            var permitted = table.TriggersOf(row).Select(trigger => machine.Triggers!.Members[trigger].Expression).ToArray();
            if (permitted.Length > 0)
                writer.WriteLine($"{machine.States!.Members[row].Expression} => [{string.Join(", ", permitted)}],");
        }

        writer.WriteLine("_ => [],");
    }

    private static string IsAnyOf(string name, StateMachineSpec machine)
    {
        var terminal = machine.Model!.Terminal.Distinct().OrderBy(static state => state).Select(state => machine.States!.Members[state].Expression).ToArray();
        return terminal.Length == 0 ? "false" : $"{name} is {string.Join(" or ", terminal)}";
    }

    private static void WriteMermaid(CodeWriter writer, string diagram)
    {
        writer.WriteLine("return \"\"\"");
        using (writer.Indent())
        {
            writer.WriteLine(diagram);
            writer.WriteLine("\"\"\";");
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
