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

    /// <summary>Runs those of a strand in which nothing waits, in the way of generated code.</summary>
    public static void RunStraight(PlanTable table, Strand strand, Action<int> invoke)
    {
        var steps = Of(table, strand).ToArray();
        var first = steps[0].Place;
        do
        {
            for (var place = strand.NextPlace; strand.TryBegin(place); place++)
            {
                invoke(steps[place - first].Step);
                if (place - first == steps.Length - 1)
                    return;
            }
        }
        while (strand.GoesOn());
    }
}
