namespace PlanDsl.Generators;

/// <summary>Writes the members of a machine that has errors: they compile, so that one mistake is one error, and throw.</summary>
internal static class InvalidMachineBodies
{
    public static void Write(CodeWriter writer, StateMachineMembers members, string name, IEnumerable<string> errors)
    {
        foreach (var open in new Func<CodeWriter.Scope>[] { members.TryFire, members.Permitted, members.IsTerminal, members.ToMermaid })
        {
            using (open())
                writer.WriteLine("throw __Invalid();");
            writer.WriteLine();
        }

        var ids = string.Join(", ", errors.Select(static id => $"\"{id}\""));
        writer.WriteLine("private static global::System.Exception __Invalid() =>");
        using (writer.Indent())
            writer.WriteLine($"new global::PlanDsl.InvalidPlanException(\"{name}\", {ids});");
    }
}
