using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the class <c>Results</c>: one member per result that others can name.</summary>
internal static class ResultsWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan)
    {
        writer.WriteLine("/// <summary>What the steps of a run that succeeded returned.</summary>");
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block($"{plan.MemberAccessibility} sealed class Results"))
        {
            using (writer.Block("internal Results()"))
            {
            }

            var steps = ResultMembers.Of(plan).ToArray();
            foreach (var step in steps)
            {
                writer.WriteLine();
                WriteMember(writer, plan, step, steps.Length > ResultMembers.MostAtOnce ? "set" : "init");
            }
        }
    }

    private static void WriteMember(CodeWriter writer, PlanSpec plan, int step, string set)
    {
        var (spec, type) = (plan.Steps[step], plan.Model.Steps[step].ResultType!);
        var absence = spec.IsOptionalInResults ? "; absent where it left none" : "";
        var setter = spec.MemberAccessibility == "internal" ? set : $"internal {set}";
        var value = TypeTexts.IsNeverNull(type, spec.IsOptionalInResults) ? " = default!;" : "";
        writer.WriteLine($"/// <summary>What {Documentation.See(plan, step)} returned{absence}.</summary>");
        writer.WriteLine($$"""{{spec.MemberAccessibility}} {{TypeTexts.Member(type, spec.IsOptionalInResults)}} {{spec.Member}} { get; {{setter}}; }{{value}}""");
    }
}
