using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Where the time of both sides of rows goes, as processor time of a run by group: of what a plan takes longer for, the difference of two
/// columns says more than two shares.</summary>
internal static class ProfileTable
{
    // What is less than this is added up.
    private const double LeastShare = 0.01;

    // What misses its target, or has done so, as far as it can be repeated within a process.
    private static readonly string[] Missed =
    [
        "chain 1,000, each step yields against await",
        "fan-out 1,000, 10 µs",
        "fan-out 1,000, each step yields",
        "wavefront 32×32, each step yields",
        "layered 100×100, each step yields",
        "realistic plan, 12 steps",
        "layers of bodies of 1 µs",
        "layers of bodies of 10 µs",
        "layers of bodies of 100 µs",
        "Chain, each step yields against Rx",
        "Chain, each step yields, observed",
        "FanOut, each step yields, observed",
        "Wavefront, each step yields, observed",
        "Layered, each step yields, observed",
        "realistic plan, observed",
        "chain 1,000, sync, interpreted",
        "rules over",
        "load of plan files",
        "generator, cold, 100 plans",
        "generator, unrelated edit",
        "journal SQLite, batched, a run of",
        "journal SQLite, batched, 40 commands one after the other, with files",
    ];

    /// <summary>Records the rows whose names contain one of the words; where there are none, those that miss their targets.</summary>
    public static async Task PrintAsync(double seconds, string[] words)
    {
        Console.WriteLine("| workload | side | a run takes | it keeps processors busy for | of which |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var word in words.Length == 0 ? Missed : words)
        {
            var (row, _) = Profiled.Find(word);
            foreach (var isPlan in (bool[])[true, false])
                Print(row.Name, isPlan, await Recording.OfAsync(row.Name, isPlan, seconds));
        }

        Console.WriteLine();
        Console.WriteLine($"{seconds.ToString(CultureInfo.InvariantCulture)} seconds of each, on {Machine.Description}");
    }

    private static void Print(string row, bool isPlan, Recording recording)
    {
        var (time, processor) = (recording.Runs.Time.TotalNanoseconds / recording.Runs.Count, recording.Runs.Processor.TotalNanoseconds / recording.Runs.Count);
        var shares = recording.Shares.Where(static share => share.Value >= LeastShare).OrderByDescending(static share => share.Value).Select(static share => (share.Key, share.Value)).ToList();
        shares.Add(("rest", 1 - shares.Sum(static share => share.Value)));
        Console.WriteLine($"| {row} | {(isPlan ? "plan" : "other")} | {Figures.Time(time)} | {Figures.Time(processor)} | {string.Join(", ", shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Key} {Figures.Time(share.Value * processor)} ({100 * share.Value:0} %)")))} |");
    }
}
