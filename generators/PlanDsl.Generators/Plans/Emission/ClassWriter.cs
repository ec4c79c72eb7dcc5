using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the declaration of a class that stands for a plan file alone.</summary>
internal static class ClassWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan)
    {
        writer.WriteLine($"/// <summary>{SummaryOf(plan)}</summary>");
        writer.WriteLine($"/// <remarks>The plan <c>{DocumentationText.Escaped(plan.Model.Id)}</c> of the plan file <c>{DocumentationText.Escaped(plan.PlanFile)}</c>.</remarks>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        writer.WriteLine($"public sealed partial class {plan.Type.SelfName}");
    }

    // What its author says of it, in a line.
    private static string SummaryOf(PlanSpec plan) =>
        (plan.Model.Caption?.Description ?? plan.Model.Caption?.Title) is { } said && DocumentationText.Line(said) is { Length: > 0 } line
            ? DocumentationText.Escaped(line)
            : $"The plan <c>{DocumentationText.Escaped(plan.Model.Id)}</c>.";
}
