namespace PlanDsl.Benchmarks;

/// <summary>Measures rows and prints them as Markdown, one by one.</summary>
internal static class Table
{
    /// <summary>Measures the rows whose names contain one of the words; where there are none, all that do not take long.</summary>
    /// <exception cref="UsageException">There is no such row.</exception>
    public static async Task PrintAsync(IEnumerable<IRow> rows, string[] words)
    {
        IRow[] chosen = [.. rows.Where(row => words.Length == 0 ? !row.IsLong : Array.Exists(words, word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        if (chosen.Length == 0)
            throw new UsageException($"No row has '{string.Join("' or '", words)}' in its name. 'list' shows the names.");
        var start = TimeProvider.System.GetTimestamp();
        Console.WriteLine("| workload | against | measured | target | | figures |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var (met, missed) = (0, 0);
        foreach (var row in chosen)
        {
            foreach (var line in await row.MeasureAsync())
            {
                (met, missed) = (met + (line.IsMet is true ? 1 : 0), missed + (line.IsMet is false ? 1 : 0));
                Console.WriteLine($"| {line.Workload} | {line.Against} | {line.Measured} | {line.Target} | {(line.IsMet switch { true => "met", false => "**missed**", null => "" })} | {line.Figures} |");
            }
        }

        Speeds.Print();
        Console.WriteLine();
        var verdicts = met + missed == 0 ? "nothing to be met" : $"{met} met, {missed} missed";
        Console.WriteLine($"{verdicts}, in {TimeProvider.System.GetElapsedTime(start):m':'ss} min, on {Machine.Description}");
    }
}
