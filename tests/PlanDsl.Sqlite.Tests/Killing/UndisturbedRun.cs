namespace PlanDsl.Tests;

/// <summary>A run of a plan that nobody kills.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Events">How many events tell it.</param>
/// <param name="Progress">How many of these it comes to once, however often it is killed.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Recorded">What is recorded of how its steps have ended.</param>
/// <param name="Retries">How often each of them was to be tried again.</param>
/// <param name="Done">What its bodies have done, and how often.</param>
internal sealed record UndisturbedRun(string Plan, int Events, int Progress, string Outcome, string Recorded, IReadOnlyDictionary<string, int> Retries, IReadOnlyDictionary<string, int> Done)
{
    public static async Task<UndisturbedRun> OfAsync(string plan, string directory)
    {
        using var runs = new KilledRuns("memory", JournalDurability.None, directory);
        var run = await runs.GoOnAsync(plan, plan).ConfigureAwait(false);
        var outcome = KilledOutcome.Of(await run.Completion.Soon().ConfigureAwait(false));
        var events = await runs.ReadAsync(plan).ConfigureAwait(false);
        return new(plan, events.Count, RunProgress.Of(events), outcome, KilledOutcome.Of(events), RetriesIn(events), Counts(runs.DoneIn(plan)));
    }

    /// <summary>What is wrong with what the bodies of a killed run have done.</summary>
    /// <param name="done">What they have.</param>
    /// <param name="again">How often something may have been done again.</param>
    public string? FaultOf(List<string> done, Func<string, int> again)
    {
        var counts = Counts(done);
        foreach (var (line, times) in Done)
        {
            var actual = counts.GetValueOrDefault(line);
            if (actual < times && !Hangs(line))
                return $"'{line}' {actual} times instead of {times}";
            var most = times + again(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (actual > most)
                return $"'{line}' {actual} times instead of {times}, and {most} at most";
        }

        return counts.Keys.FirstOrDefault(line => !Done.ContainsKey(line)) is { } other && !Hangs(other) ? $"'{other}', which an undisturbed run does not" : null;
    }

    /// <summary>What is wrong with how often the steps of a killed run were tried again: failures that are recorded count, whoever goes on.</summary>
    public string? FaultOf(IEnumerable<PlanEvent> events) =>
        RetriesIn(events).FirstOrDefault(retries => retries.Value > Retries.GetValueOrDefault(retries.Key)) is { Key: { } path, Value: var times }
            ? $"{path} was to be tried again {times} times instead of {Retries.GetValueOrDefault(path)}"
            : null;

    // It may be asked to stop before it has begun.
    private static bool Hangs(string line) => line.EndsWith("hangs", StringComparison.Ordinal);

    private static Dictionary<string, int> RetriesIn(IEnumerable<PlanEvent> events) =>
        events.OfType<StepRetryEvent>().CountBy(static retry => retry.StepPath).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, int> Counts(List<string> done) => done.CountBy(static line => line).ToDictionary(StringComparer.Ordinal);
}
