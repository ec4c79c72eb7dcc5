namespace PlanDsl.Benchmarks;

/// <summary>To find names, which is the least that rules have to do with each edge: a dictionary of the names of all steps, in which those that
/// steps bind are looked up.</summary>
internal static class NamesSample
{
    public static SizedSample Of(int steps)
    {
        string[] ids = [.. Enumerable.Range(0, steps).Select(RulesSample.IdOf)];
        string[][] bound = [.. Enumerable.Range(0, steps).Select(static step => RulesSample.BoundBy(step).Select(RulesSample.IdOf).ToArray())];
        return new(steps, bound.Sum(static names => names.Length), () => Find(ids, bound));
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
