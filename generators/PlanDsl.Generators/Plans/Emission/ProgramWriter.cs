using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the struct that the engine runs: the table, and how to invoke each step.</summary>
internal static class ProgramWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var isGoverned = plan.Model.Steps.Select(step => step.IsGovernedIn(plan.Model)).ToArray();
        writer.WriteLine();
        writer.WriteLine("/// <summary>What the engine runs: the table, and how to invoke each step.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block("private readonly struct __Program(__State state) : global::PlanDsl.IPlanProgram<Results>"))
        {
            writer.WriteLine("public global::PlanDsl.PlanTable Table => __Table.Value;");
            writer.WriteLine();
            new InvokeWriter(writer, $"{Signatures.CancellationToken} {StepCalls.Token}", StepCalls.Token)
                .Write(plan.Steps.Count, step => isGoverned[step] ? null : CallOf(plan, step, StepCalls.Token));
            writer.WriteLine();
            new InvokeWriter(writer, $"{Signatures.StepContext} {StepCalls.Context}", StepCalls.Context)
                .Write(plan.Steps.Count, step => isGoverned[step] ? CallOf(plan, step, StepCalls.Context + ".CancellationToken") : null);
            writer.WriteLine();
            writer.WriteLine($"public Results GetResults() => state.{names.GetResults}();");
        }
    }

    private static string CallOf(PlanSpec plan, int step, string token)
    {
        var declared = plan.Model.Steps[step];
        var argument = declared.TakesContext ? StepCalls.Context : declared.TakesCancellationToken ? token : "";
        return $"state.{plan.Steps[step].Method}({argument})";
    }
}
