namespace PlanDsl.Tests;

/// <summary>Journals on real threads.</summary>
public abstract class JournalConcurrencyTests<TStorage> : IDisposable where TStorage : TestStorage, new()
{
    private readonly TStorage _storage = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _storage.Dispose();
    }

    [Theory]
    [InlineData(JournalDurability.Batched)]
    [InlineData(JournalDurability.EveryEvent)]
    public async Task Runs_recorded_at_once_are_each_what_their_thread_has_appended(JournalDurability durability)
    {
        var journal = _storage.Open(durability);
        var expected = Enumerable.Range(0, 6).ToDictionary(static n => $"run-{n}", static n => Recorded.Random($"run-{n}", 300 + (n * 50), seed: n), StringComparer.Ordinal);

        var writing = Task.WhenAll(expected.Select(run => Task.Run(() => WriteAsync(journal, run.Key, run.Value))));
        await Task.Run(() => ReadBeginningsAsync(expected, writing));
        await writing;

        foreach (var (runId, events) in expected)
            Recorded.AssertSame(events, await _storage.Open().ReadAsync(runId).ToListAsync());
    }

    [Fact]
    public async Task Of_many_who_claim_a_run_at_once_one_has_it()
    {
        await _storage.Open().RecordAsync("r", Recorded.Run("r"));

        var journals = Enumerable.Range(0, 4).Select(_ => _storage.Open(JournalDurability.None)).ToList();

        for (var round = 0; round < 20; round++)
        {
            using var gate = new Barrier(journals.Count);
            var claims = await Task.WhenAll(journals.Select(journal => Task.Factory.StartNew(
                () =>
                {
                    gate.SignalAndWait();
                    return TryResumeAsync(journal);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()));

            await Assert.Single(claims.OfType<IRunJournal>()).DisposeAsync();
        }
    }

    [Fact]
    public async Task Requests_that_are_made_at_once_all_come_in_the_order_of_each_who_makes_them()
    {
        const int count = 20;
        await using var run = await _storage.Open().CreateAsync("r");
        run.Append(Recorded.Created("r"));
        await run.FlushAsync(1);
        var journals = Enumerable.Range(0, 6).Select(_ => _storage.Open()).ToList();

        var asking = Task.WhenAll(journals.Select((journal, who) => Task.Run(() => AskAsync(journal, who, count))));
        var asked = new List<string>();
        await Task.Run(async () =>
        {
            await foreach (var request in run.RequestsAsync())
            {
                asked.Add(request.Id);
                if (asked.Count == journals.Count * count)
                    break;
            }
        }).Soon();

        await asking;
        Assert.All(Enumerable.Range(0, journals.Count), who => Assert.Equal(
            Enumerable.Range(0, count).Select(number => $"{who}/{number}"), asked.Where(id => id.StartsWith($"{who}/", StringComparison.Ordinal))));
    }

    private static async Task AskAsync(IPlanJournal journal, int who, int count)
    {
        for (var number = 0; number < count; number++)
            await journal.RequestAsync("r", new RunCancelRequest { Id = $"{who}/{number}" });
    }

    private static async Task WriteAsync(IPlanJournal journal, string runId, List<PlanEvent> events)
    {
        var random = new Random(events.Count);
        await using var run = await journal.CreateAsync(runId);
        foreach (var happened in events)
        {
            run.Append(happened);
            if (random.Next(20) == 0)
                await run.FlushAsync(happened.Sequence);
        }
    }

    /// <summary>Whatever is read meanwhile is a beginning of what is written.</summary>
    private async Task ReadBeginningsAsync(Dictionary<string, List<PlanEvent>> expected, Task writing)
    {
        var journal = _storage.Open();
        while (!writing.IsCompleted)
        {
            foreach (var run in await journal.RunsAsync().ToListAsync())
            {
                var events = await journal.ReadAsync(run.RunId).ToListAsync();
                Recorded.AssertSame(expected[run.RunId][..events.Count], events);
                Assert.True(events.Count >= run.LastSequence);
            }
        }
    }

    private static async Task<IRunJournal?> TryResumeAsync(IPlanJournal journal)
    {
        try
        {
            return await journal.ResumeAsync("r");
        }
        catch (RunClaimedException)
        {
            return null;
        }
    }
}
