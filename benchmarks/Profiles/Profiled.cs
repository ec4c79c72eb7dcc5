using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Runs one side of a row over and over, for somebody who looks at the process with a profiler.</summary>
internal static class Profiled
{
    // What takes longer than this is warm after some runs: it does more in one of them than others in a thousand.
    private static readonly TimeSpan LongRun = TimeSpan.FromMilliseconds(100);
    private const int LongWarmUps = 3;

    /// <summary>All rows that have two sides which can be repeated.</summary>
    public static IEnumerable<(IRow Row, Sides Sides)> All =>
        from row in (IEnumerable<IRow>)[.. AllRows.Rows, .. GeneratorRows.All, .. JournalRows.All]
        where row.Sides is not null
        select (row, row.Sides);

    /// <summary>The first row whose name contains the word.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static (IRow Row, Sides Sides) Find(string word)
    {
        var found = All.FirstOrDefault(row => row.Row.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
        return found.Row is null ? throw new UsageException($"No row that can be profiled has '{word}' in its name. 'list profile' shows the names.") : found;
    }

    /// <summary>Runs a side of the first row whose name contains the word, until it is warm and then for some time.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isPlan">Whether the plan's side; otherwise the other.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="switches">What is told when the time begins and ends; none where somebody else sees to that.</param>
    public static async Task RunAsync(string word, bool isPlan, double seconds, PerfSwitch? switches)
    {
        var (row, sides) = Find(word);
        var work = (isPlan ? sides.Plan : sides.Other)();
        await WarmUpAsync(work);

        switches?.Enable();
        var runs = 0;
        var (start, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (; TimeProvider.System.GetElapsedTime(start).TotalSeconds < seconds; runs++)
            await work();
        var (time, busy) = (TimeProvider.System.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        switches?.Disable();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {runs:N0} runs, {Figures.Time(time.TotalNanoseconds / runs)} each, {Figures.Time(busy.TotalNanoseconds / runs)} of processors"));
        if (switches is not null)
            Console.WriteLine(new Runs(runs, time, busy, Environment.ProcessId).ToLine());
    }

    private static async Task WarmUpAsync(Func<Task> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        await work();
        if (TimeProvider.System.GetElapsedTime(start) < LongRun)
        {
            await WarmUp.OfAsync(work);
            return;
        }

        for (var run = 0; run < LongWarmUps; run++)
            await work();
    }
}
