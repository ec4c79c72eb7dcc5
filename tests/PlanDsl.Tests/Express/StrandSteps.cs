namespace PlanDsl.Tests;

/// <summary>What a strand is to call, as generated code knows it.</summary>
internal static class StrandSteps
{
    /// <summary>Its steps, each with the place by which it is to be begun.</summary>
    public static IEnumerable<(int Place, int Step)> Of(PlanTable table, Strand strand)
    {
        var before = table.Order is null ? 0 : table.Strands.Take(strand.Number).Sum(static steps => steps.Length);
        return table.Strands[strand.Number].Select((step, index) => (before + index + 1, step));
    }

    /// <summary>Runs them in the way of generated code.</summary>
    public static void Run(PlanTable table, Strand strand, Func<int, ValueTask> invoke)
    {
        var steps = Of(table, strand).ToArray();
        var first = steps[0].Place;
        do
        {
            for (var place = strand.NextPlace; ; place++)
            {
                if (place > first)
                    strand.GetResult();
                if (place - first == steps.Length)
                    return;
                if (!strand.TryBegin(place))
                    break;
                if (strand.Awaits(invoke(steps[place - first].Step)))
                    return;
            }
        }
        while (strand.GoesOn());
    }
}
