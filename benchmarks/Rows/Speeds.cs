namespace PlanDsl.Benchmarks;

/// <summary>How fast each plan was in each row that it appears in: one plan is not equally fast beside everything, and ratios tell that only
/// to whoever multiplies them.</summary>
internal static class Speeds
{
    private static readonly Dictionary<Func<Task>, List<Cost>> Seen = [];

    /// <summary>Remembers what works have cost in a row.</summary>
    public static void Note(Func<Task>[] works, Cost[] costs)
    {
        foreach (var (work, cost) in works.Zip(costs))
        {
            if (!Seen.TryGetValue(work, out var rows))
                Seen.Add(work, rows = []);
            rows.Add(cost);
        }
    }

    /// <summary>Prints the plans that were measured in several rows.</summary>
    public static void Print()
    {
        var several = PlanOf.Named.Where(static plan => Seen.TryGetValue(plan.Run, out var rows) && rows.Count > 1).ToArray();
        if (several.Length == 0)
            return;
        Console.WriteLine();
        Console.WriteLine("| plan | medians of its rows, in order |");
        Console.WriteLine("|---|---|");
        foreach (var (name, run) in several)
            Console.WriteLine($"| {name} | {string.Join(", ", Seen[run].Select(static cost => Figures.Time(cost.Time)))} |");
    }
}
