namespace PlanDsl.Tests;

/// <summary>What somebody sees who looks while runs are recorded.</summary>
public sealed class MomentTests : IDisposable
{
    private static readonly string[] Runs = ["a", "b", "c"];

    private readonly SqliteStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Theory]
    [InlineData(21, JournalDurability.Batched)]
    [InlineData(22, JournalDurability.EveryEvent)]
    public async Task At_every_moment_rows_are_what_follows_from_the_events_that_are_there(int seed, JournalDurability durability)
    {
        var random = new Random(seed);
        var journal = _storage.Open(durability);
        var events = Runs.ToDictionary(static run => run, run => EventsOf(run, random), StringComparer.Ordinal);
        var opened = new Dictionary<string, IRunJournal>(StringComparer.Ordinal);
        foreach (var run in Runs)
            opened.Add(run, await journal.CreateAsync(run));

        var appended = Runs.ToDictionary(static run => run, static _ => 0, StringComparer.Ordinal);
        while (appended.Any(run => run.Value < events[run.Key].Count))
        {
            // Of each some, so that what is written together is of several.
            for (var turn = random.Next(1, 60); turn > 0; turn--)
            {
                var run = Runs[random.Next(Runs.Length)];
                if (appended[run] < events[run].Count)
                    opened[run].Append(events[run][appended[run]++]);
            }

            AssertMoment(events);
            foreach (var run in Runs)
                await opened[run].FlushAsync(appended[run]);
            AssertMoment(events);
        }

        foreach (var run in Runs)
            await opened[run].DisposeAsync();
        Assert.All(AssertMoment(events), run => Assert.Equal(events[run.Key].Count, run.Value));
    }

    /// <summary>Looks at all tables as they are at one moment; how many events each run has there.</summary>
    private Dictionary<string, int> AssertMoment(Dictionary<string, List<PlanEvent>> events)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in Runs)
        {
            var of = $"run = (SELECT id FROM runs WHERE run_id = '{run}')";
            var dump = TableDump.AtOneMoment(
                _storage.Database,
                $"SELECT count(*), coalesce(max(sequence), 0), (SELECT last_sequence FROM runs WHERE run_id = '{run}') FROM events WHERE {of}",
                $"SELECT path, parent, status, cause, attempts, started_at, ended_at, fallback, error_kind, error, compensation, first_sequence FROM steps WHERE {of} ORDER BY path",
                $"SELECT path, attempt, status, started_at, ended_at, error_kind, error FROM attempts WHERE {of} ORDER BY path, attempt");
            var count = int.Parse(dump[0].Split('|')[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(TableDump.Row(count, count, count), dump[0]);
            var expected = new FoldedRows().Take(events[run].Take(count));
            Assert.Equal(expected.Steps, dump[1]);
            Assert.Equal(expected.Attempts, dump[2]);
            seen.Add(run, count);
        }

        return seen;
    }

    // Of a few steps and attempts, so that each is spoken of many times.
    private static List<PlanEvent> EventsOf(string runId, Random random) =>
        [.. Recorded.Random(runId, 300, random.Next()).Select(happened => happened is StepEvent step ? step with { StepPath = $"s{random.Next(5)}", Attempt = random.Next(4) } : happened)];
}
