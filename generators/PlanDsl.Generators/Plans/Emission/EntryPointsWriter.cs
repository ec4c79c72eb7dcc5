using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes what the plan's users call: <c>Definition</c>, <c>RunAsync</c>, <c>Start</c>, <c>ResumeAsync</c> and <c>Observe</c>.</summary>
internal static class EntryPointsWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames names)
    {
        var signatures = new Signatures(plan);
        string[] held = names.HoldsPlan ? ["this"] : [];

        EntryPoints.Definition(writer, plan);
        using (writer.Indent())
            writer.WriteLine("=> __Table.Definition;");
        writer.WriteLine();

        EntryPoints.RunAsync(writer, plan, signatures);
        using (writer.Indent())
            writer.WriteLine($"=> global::PlanDsl.PlanEngine.RunAsync<__Program, Results>({ProgramOf(signatures.PassValues(held))}, {signatures.Token});");
        writer.WriteLine();

        EntryPoints.Start(writer, plan, signatures);
        using (writer.Indent())
            writer.WriteLine($"=> global::PlanDsl.PlanEngine.Start<__Program, Results>({ProgramOf(signatures.PassValuesWithin(held))}, {signatures.Options}, {signatures.Token});");
        writer.WriteLine();

        EntryPoints.ResumeAsync(writer, plan, signatures);
        WriteResumeAsync(writer, plan, signatures, names);
        writer.WriteLine();

        EntryPoints.Observe(writer, plan, signatures);
        WriteObserve(writer, plan, signatures);
        writer.WriteLine();
    }

    private static string ProgramOf(string values) => $"new __Program(new __State({values}))";

    private static void WriteResumeAsync(CodeWriter writer, PlanSpec plan, Signatures signatures, StateNames names)
    {
        var isCopied = plan.Type.IsValueType && names.HoldsPlan;
        var program = $"{signatures.Recorded} => {ProgramOf(signatures.PassRecorded(names.HoldsPlan ? [isCopied ? signatures.Self : "this"] : []))}";
        var call = $"global::PlanDsl.PlanEngine.ResumeAsync<__Program, Results>({signatures.RunId}, {program}, {signatures.Options}, {signatures.Token});";
        if (!isCopied)
        {
            using (writer.Indent())
                writer.WriteLine($"=> {call}");
            return;
        }

        // A lambda in a struct cannot refer to the struct itself.
        using (writer.Braces())
        {
            writer.WriteLine($"var {signatures.Self} = this;");
            writer.WriteLine($"return {call}");
        }
    }

    private static void WriteObserve(CodeWriter writer, PlanSpec plan, Signatures signatures)
    {
        var start = $"Start({signatures.Pass([], signatures.Options, signatures.Token)})";
        if (!plan.Type.IsValueType)
        {
            using (writer.Indent())
                writer.WriteLine($"=> global::PlanDsl.PlanEngine.Observe(({signatures.Options}, {signatures.Token}) => {start});");
            return;
        }

        // A lambda in a struct cannot refer to the struct itself.
        using (writer.Braces())
        {
            writer.WriteLine($"var {signatures.Self} = this;");
            writer.WriteLine($"return global::PlanDsl.PlanEngine.Observe(({signatures.Options}, {signatures.Token}) => {signatures.Self}.{start});");
        }
    }
}
