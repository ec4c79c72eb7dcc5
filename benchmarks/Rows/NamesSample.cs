namespace PlanDsl.Benchmarks;

/// <summary>To find names, which is the least that rules have to do with each edge: a dictionary of the names of all steps, in which those that
/// steps bind are looked up.</summary>
internal static class NamesSample
{
    // As of other rows that are to be no slower than something.
    private const double Target = 1.05;

    /// <param name="steps">How many steps there are.</param>
    /// <param name="repetitions">How often they are looked up after a collection: as often as what is beside them is done.</param>
    public static SizedSample Of(int steps, int repetitions)
    {
        string[] ids = [.. Enumerable.Range(0, steps).Select(RulesSample.IdOf)];
        string[][] bound = [.. Enumerable.Range(0, steps).Select(static step => RulesSample.BoundBy(step).Select(RulesSample.IdOf).ToArray())];
        return new(steps, bound.Sum(static names => names.Length), () => Find(ids, bound), repetitions);
    }

    /// <summary>Whether something grows, from the fewest steps to the most, by no more for each step and edge than these do. A dictionary is linear, but for what memory costs that is
    /// further from the processor than its caches, which whoever finds names has to pay.</summary>
    /// <param name="name">What has grown.</param>
    /// <param name="growth">By what.</param>
    /// <param name="names">These, of the same sizes, measured in the same rounds.</param>
    public static Line GrowthOf(string name, double growth, SizedSample[] names)
    {
        var growthOfNames = names[^1].Each / names[0].Each;
        var ratio = growth / growthOfNames;
        return new(name, "growth of a dictionary of the names", Figures.Ratio(ratio), "≤ 1.0×", ratio <= Target, $"per step and edge {Figures.Ratio(growth)} of {names[0].Steps:N0} steps; the dictionary {Figures.Ratio(growthOfNames)}");
    }

    private static int Find(string[] ids, string[][] bound)
    {
        var numbers = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var step = 0; step < ids.Length; step++)
            numbers.Add(ids[step], step);
        var sum = 0;
        foreach (var names in bound)
        {
            foreach (var name in names)
                sum += numbers[name];
        }

        return sum;
    }
}
