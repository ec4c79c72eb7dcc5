using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the class <c>Results</c>: one member per result that others can name.</summary>
internal static class ResultsWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="names">Where its values are kept; <see langword="null"/> for a plan that cannot run.</param>
    public static void Write(CodeWriter writer, PlanSpec plan, StateNames? names)
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
                if (names?.DirectResults.Has(step) is true)
                    WriteDirectMember(writer, plan, step, names.DirectResults.FieldOf(step));
                else
                    WriteMember(writer, plan, step, steps.Length > ResultMembers.MostAtOnce ? "set" : "init");
            }
        }
    }

    private static void WriteDirectMember(CodeWriter writer, PlanSpec plan, int step, string field)
    {
        var (spec, type) = (plan.Steps[step], plan.Model.Steps[step].ResultType!);
        WriteSummary(writer, plan, step);
        writer.WriteLine($"{spec.MemberAccessibility} {TypeTexts.Member(type, isOptional: false)} {spec.Member} => {field}{(TypeTexts.IsNeverNull(type, isOptional: false) ? "!" : "")};");
        writer.WriteLine($"internal {TypeTexts.Static(TypeTexts.Stored(type, isOptional: false))} {field};");
    }

    private static void WriteMember(CodeWriter writer, PlanSpec plan, int step, string set)
    {
        var (spec, type) = (plan.Steps[step], plan.Model.Steps[step].ResultType!);
        var setter = spec.MemberAccessibility == "internal" ? set : $"internal {set}";
        var value = TypeTexts.IsNeverNull(type, spec.IsOptionalInResults) ? " = default!;" : "";
        WriteSummary(writer, plan, step);
        writer.WriteLine($$"""{{spec.MemberAccessibility}} {{TypeTexts.Member(type, spec.IsOptionalInResults)}} {{spec.Member}} { get; {{setter}}; }{{value}}""");
    }

    private static void WriteSummary(CodeWriter writer, PlanSpec plan, int step) =>
        writer.WriteLine($"/// <summary>What {Documentation.See(plan, step)} returned{(plan.Steps[step].IsOptionalInResults ? "; absent where it left none" : "")}.</summary>");
}
