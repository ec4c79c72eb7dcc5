using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the members of a plan that cannot run: the same signatures, so that the plan's mistake is the only error, and
/// each throws.</summary>
internal static class StubWriter
{
    public static void Write(CodeWriter writer, JudgedPlan plan)
    {
        var signatures = new Signatures(plan.Spec);
        var taken = new HashSet<string>(plan.Spec.Steps.Select(static step => step.Method).Concat(plan.Spec.TakenNames), StringComparer.Ordinal);

        // Without Results, what returns them cannot be spelled; who takes that name has been told.
        if (taken.Contains("Results"))
            taken.UnionWith(ReservedNames.Generated);

        WriteThrowing(writer, taken, "Definition", () => EntryPoints.Definition(writer, plan.Spec));
        WriteThrowing(writer, taken, "RunAsync", () => EntryPoints.RunAsync(writer, plan.Spec, signatures));
        WriteThrowing(writer, taken, "Start", () => EntryPoints.Start(writer, plan.Spec, signatures));
        WriteThrowing(writer, taken, "ResumeAsync", () => EntryPoints.ResumeAsync(writer, plan.Spec, signatures));
        WriteThrowing(writer, taken, "Observe", () => EntryPoints.Observe(writer, plan.Spec, signatures));
        ImplementationWriter.WriteThrowing(writer, plan.Spec, "__Invalid()");
        if (!taken.Contains("Results"))
            ResultsWriter.Write(writer, plan.Spec, names: null);
        WriteReason(writer, plan);
    }

    private static void WriteThrowing(CodeWriter writer, HashSet<string> taken, string name, Action writeHead)
    {
        if (taken.Contains(name))
            return;
        writeHead();
        using (writer.Indent())
            writer.WriteLine("=> throw __Invalid();");
        writer.WriteLine();
    }

    private static void WriteReason(CodeWriter writer, JudgedPlan plan)
    {
        var arguments = plan.Errors.Prepend(plan.Spec.Model.Id).Select(CSharpText.Quote);
        writer.WriteLine();
        if (!plan.Spec.UnresolvedSteps.IsEmpty)
        {
            writer.WriteLine("/// <summary>The steps whose types did not exist when this was generated; the analyzers ask for it.</summary>");
            writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
            writer.WriteLine($"private const string {UnresolvedMarker.Name} = {CSharpText.Quote(UnresolvedMarker.Write(plan.Spec.UnresolvedSteps))};");
            writer.WriteLine();
        }

        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        writer.WriteLine("private static global::PlanDsl.InvalidPlanException __Invalid()");
        using (writer.Indent())
            writer.WriteLine($"=> new({string.Join(", ", arguments)});");
    }
}
