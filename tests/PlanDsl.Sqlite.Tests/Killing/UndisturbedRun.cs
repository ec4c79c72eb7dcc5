namespace PlanDsl.Tests;

/// <summary>A run of a plan that nobody kills.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Events">How many events tell it.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Done">What its bodies have done, and how often.</param>
internal sealed record UndisturbedRun(string Plan, int Events, string Outcome, IReadOnlyDictionary<string, int> Done)
{
    public static async Task<UndisturbedRun> OfAsync(string plan, string directory)
    {
        using var runs = new KilledRuns("memory", JournalDurability.None, directory);
        var run = await runs.GoOnAsync(plan, plan).ConfigureAwait(false);
        var outcome = KilledOutcome.Of(await run.Completion.Soon().ConfigureAwait(false));
        var events = await runs.ReadAsync(plan).ConfigureAwait(false);
        return new(plan, events.Count, outcome, Counts(runs.DoneIn(plan)));
    }

    /// <summary>What is wrong with what the bodies of a killed run have done.</summary>
    /// <param name="done">What they have.</param>
    /// <param name="kills">How often its process was killed: whatever executes then begins once more.</param>
    public string? FaultOf(List<string> done, int kills)
    {
        var counts = Counts(done);
        foreach (var (line, times) in Done)
        {
            var actual = counts.GetValueOrDefault(line);
            if (actual < times && !Hangs(line))
                return $"'{line}' {actual} times instead of {times}";
            if (actual > times + kills)
                return $"'{line}' {actual} times instead of {times}, after {kills} kills";
        }

        return counts.Keys.FirstOrDefault(line => !Done.ContainsKey(line)) is { } other && !Hangs(other) ? $"'{other}', which an undisturbed run does not" : null;
    }

    // It may be asked to stop before it has begun.
    private static bool Hangs(string line) => line.EndsWith("hangs", StringComparison.Ordinal);

    private static Dictionary<string, int> Counts(List<string> done) => done.CountBy(static line => line).ToDictionary(StringComparer.Ordinal);
}
