namespace PlanDsl.Tests;

/// <summary>What tests record.</summary>
internal static class Recorded
{
    public static readonly DateTimeOffset Time = new(2026, 11, 22, 4, 5, 6, TimeSpan.Zero);

    /// <summary>The beginning of a run, with so many steps that have started.</summary>
    public static IEnumerable<PlanEvent> Run(string runId, int steps = 2)
    {
        yield return Created(runId);
        yield return new RunStartedEvent { RunId = runId, Sequence = 2, Time = Time.AddSeconds(1) };
        for (var i = 0; i < steps; i++)
            yield return new StepStartedEvent { RunId = runId, Sequence = 3 + i, Time = Time.AddSeconds(2 + i), StepPath = $"step_{i}", Attempt = 1 };
    }

    public static RunCreatedEvent Created(string runId, string? parent = null) =>
        new() { RunId = runId, Sequence = 1, Time = Time, PlanId = "shop.orders", PlanHash = "abc", ParentRun = parent };

    public static RunCompletedEvent Completed(string runId, long sequence) =>
        new() { RunId = runId, Sequence = sequence, Time = Time.AddMinutes(1), Status = RunStatus.Succeeded };

    /// <summary>Any events at all, as those of one run that does not end.</summary>
    public static List<PlanEvent> Random(string runId, int count, int seed)
    {
        var random = new RandomEvents(seed);
        var events = new List<PlanEvent> { Created(runId) };
        while (events.Count < count)
        {
            var happened = random.Next();
            if (happened is not (RunCompletedEvent or RunCreatedEvent))
                events.Add(happened with { RunId = runId, Sequence = events.Count + 1, Replayed = false });
        }

        return events;
    }

    public static void AppendAll(this IRunJournal run, IEnumerable<PlanEvent> events)
    {
        foreach (var happened in events)
            run.Append(happened);
    }

    /// <summary>Records a run that is then let go of.</summary>
    public static async Task RecordAsync(this IPlanJournal journal, string runId, IEnumerable<PlanEvent> events)
    {
        await using var run = await journal.CreateAsync(runId);
        run.AppendAll(events);
        await run.FlushAsync(long.MaxValue);
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
            list.Add(item);
        return list;
    }

    public static void AssertSame(IReadOnlyList<PlanEvent> expected, IReadOnlyList<PlanEvent> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            RandomEvents.AssertSame(expected[i], actual[i]);
    }
}
