using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the method of the state that gathers the results of a run.</summary>
internal sealed class GetResultsWriter(CodeWriter writer, PlanSpec plan, StateNames names)
{
    private const string Results = "results";

    /// <summary>Writes it: one object initialiser, or, where that would be a long one, methods that each set some members.</summary>
    public void Write()
    {
        var steps = ResultMembers.Of(plan).Where(step => !names.DirectResults.Has(step)).ToArray();
        if (names.DirectResults.HasAny || names.ResultParts.Count > 0)
            WriteInParts(steps);
        else
            WriteAtOnce(steps);
    }

    private void WriteAtOnce(int[] steps)
    {
        using (writer.Block($"public Results {names.GetResults}() => new()", close: "};"))
        {
            foreach (var step in steps)
                writer.WriteLine($"{plan.Steps[step].Member} = {ValueOf(step)},");
        }
    }

    private void WriteInParts(int[] steps)
    {
        using (writer.Block($"public Results {names.GetResults}()"))
        {
            writer.WriteLine($"var {Results} = {(names.DirectResults.HasAny ? names.Results : "new Results()")};");
            foreach (var part in names.ResultParts)
                writer.WriteLine($"{part}({Results});");
            writer.WriteLine($"return {Results};");
        }

        for (var part = 0; part < names.ResultParts.Count; part++)
        {
            writer.WriteLine();
            using (writer.Block($"private void {names.ResultParts[part]}(Results {Results})"))
            {
                foreach (var step in steps.Skip(part * ResultMembers.MostAtOnce).Take(ResultMembers.MostAtOnce))
                    writer.WriteLine($"{Results}.{plan.Steps[step].Member} = {ValueOf(step)};");
            }
        }
    }

    private string ValueOf(int step)
    {
        var (spec, type) = (plan.Steps[step], plan.Model.Steps[step].ResultType!);
        if (names.HeldTasks.Has(step))
            return names.OfResult(step) + "!.Result";
        var isUnwrapped = !spec.IsOptionalInResults && names.Stored.IsWrapped(step, type);
        var isNeverNull = TypeTexts.IsNeverNull(type, spec.IsOptionalInResults);
        return names.OfResult(step) + (isUnwrapped ? "!.Value" : isNeverNull ? "!" : "");
    }
}
