using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Runs one side of a duel over and over, for somebody who looks at the process with a profiler.</summary>
internal static class Profiled
{
    /// <summary>Runs the first duel whose name contains the word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isPlan">Whether the plan's side; otherwise the other.</param>
    /// <param name="seconds">For how long.</param>
    public static async Task RunAsync(string word, bool isPlan, double seconds)
    {
        var duel = AllRows.Duels.Concat(AllRows.Layers.Select(static row => row.Duel)).First(duel => duel.ToString().Contains(word, StringComparison.OrdinalIgnoreCase));
        var (work, runs) = (isPlan ? duel.Plan : duel.Other, 0);
        var start = TimeProvider.System.GetTimestamp();
        for (; TimeProvider.System.GetElapsedTime(start).TotalSeconds < seconds; runs++)
            await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{duel}: {runs:N0} runs, {Figures.Time(TimeProvider.System.GetElapsedTime(start).TotalNanoseconds / runs)} each"));
    }
}
