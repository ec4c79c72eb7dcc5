namespace PlanDsl.Tests;

/// <summary>What every journal promises.</summary>
public abstract class JournalContractTests<TStorage> : IDisposable where TStorage : TestStorage, new()
{
    private protected TStorage Storage { get; } = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Storage.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Events_are_read_as_they_were_recorded(int seed)
    {
        var events = Recorded.Random("r", 2_500, seed);

        await Storage.Open().RecordAsync("r", events);

        Recorded.AssertSame(events, await Storage.Open().ReadAsync("r").ToListAsync());
        Recorded.AssertSame([.. events.Skip(1_234)], await Storage.Open().ReadAsync("r", after: 1_234).ToListAsync());
        Assert.Empty(await Storage.Open().ReadAsync("r", after: 9_999).ToListAsync());
    }

    // It is not damaged, whatever has its place by then.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_is_deleted_while_it_is_read_is_read_to_its_end_or_said_to_be_deleted(bool isReplaced)
    {
        var events = Recorded.Run("r", steps: 2_500).ToList();
        await Storage.Open().RecordAsync("r", events);
        await using var reading = Storage.Open().ReadAsync("r").GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        await Storage.Open().DeleteAsync("r");
        if (isReplaced)
            await Storage.Open().RecordAsync("other", Recorded.Run("other", steps: 3_000));

        var read = 1;
        try
        {
            while (await reading.MoveNextAsync())
                read++;
            Assert.Equal(events.Count, read);
        }
        catch (RunNotFoundException deleted)
        {
            Assert.StartsWith("Run 'r' was deleted, while it was read, from ", deleted.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(JournalDurability.EveryEvent)]
    [InlineData(JournalDurability.Batched)]
    [InlineData(JournalDurability.None)]
    public async Task What_was_appended_is_recorded_when_the_run_is_let_go_of(JournalDurability durability)
    {
        var run = await Storage.Open(durability).CreateAsync("r");
        run.AppendAll(Recorded.Run("r", steps: 300));
        await run.DisposeAsync();

        Assert.Equal(302, (await Storage.Open().ReadAsync("r").ToListAsync()).Count);
    }

    [Fact]
    public async Task What_was_flushed_can_be_read_while_the_run_goes_on()
    {
        await using var run = await Storage.Open().CreateAsync("r");
        foreach (var happened in Recorded.Run("r", steps: 20))
        {
            run.Append(happened);
            await run.FlushAsync(happened.Sequence);

            Assert.Equal(happened.Sequence, (await Storage.Open().ReadAsync("r").ToListAsync())[^1].Sequence);
        }
    }

    [Fact]
    public async Task A_run_is_there_as_soon_as_its_first_event_is_recorded()
    {
        var journal = Storage.Open();
        await using (await journal.CreateAsync("r"))
        {
            await Assert.ThrowsAsync<RunNotFoundException>(() => journal.ReadAsync("r").ToListAsync());
            Assert.Empty(await journal.RunsAsync().ToListAsync());
        }

        await Assert.ThrowsAsync<RunNotFoundException>(() => journal.ResumeAsync("r").AsTask());
        await journal.RecordAsync("r", Recorded.Run("r"));
    }

    [Fact]
    public async Task A_run_is_created_once()
    {
        await using (var run = await Storage.Open().CreateAsync("r"))
        {
            run.AppendAll(Recorded.Run("r"));
            await run.FlushAsync(1);
            await Assert.ThrowsAsync<RunClaimedException>(() => Storage.Open().CreateAsync("r").AsTask());
        }

        var refused = await Assert.ThrowsAsync<JournalException>(() => Storage.Open().CreateAsync("r").AsTask());
        Assert.StartsWith("Run 'r' is in ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_resumed_behind_its_last_event()
    {
        await Storage.Open().RecordAsync("r", Recorded.Run("r"));

        await using (var run = await Storage.Open().ResumeAsync("r"))
        {
            Assert.Equal(4, run.LastSequence);
            run.Append(new RunResumedEvent { RunId = "r", Sequence = 5, Time = Recorded.Time.AddHours(1) });
            await run.FlushAsync(5);
        }

        Assert.Equal([1, 2, 3, 4, 5], (await Storage.Open().ReadAsync("r").ToListAsync()).Select(static happened => happened.Sequence));
    }

    [Fact]
    public async Task Nobody_else_resumes_a_run_that_is_executed()
    {
        await Storage.Open().RecordAsync("r", Recorded.Run("r"));
        await using var run = await Storage.Open().ResumeAsync("r");

        var refused = await Assert.ThrowsAsync<RunClaimedException>(() => Storage.Open().ResumeAsync("r").AsTask());

        Assert.Equal(("r", RunOwner.Current), (refused.RunId, refused.Owner));
        Assert.Contains(FormattableString.Invariant($"executed by this process (process {Environment.ProcessId} on {Environment.MachineName})"), refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunClaimedException>(() => Storage.Open().DeleteAsync("r").AsTask());
    }

    [Fact]
    public async Task A_run_that_has_ended_is_not_resumed()
    {
        await Storage.Open().RecordAsync("r", [.. Recorded.Run("r"), Recorded.Completed("r", 5)]);

        await Assert.ThrowsAsync<RunCompletedException>(() => Storage.Open().ResumeAsync("r").AsTask());
        await Assert.ThrowsAsync<RunCompletedException>(() => Storage.Open().RequestAsync("r", new RunCancelRequest()).AsTask());
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_named()
    {
        var journal = Storage.Open();

        foreach (var act in (Func<Task>[])
            [
                () => journal.ResumeAsync("gone").AsTask(),
                () => journal.ReadAsync("gone").ToListAsync(),
                () => journal.RequestAsync("gone", new RunCancelRequest()).AsTask(),
                () => journal.PendingAsync("gone").ToListAsync(),
                () => journal.DeleteAsync("gone").AsTask(),
            ])
        {
            Assert.Equal("gone", (await Assert.ThrowsAsync<RunNotFoundException>(act)).RunId);
        }

        Assert.Empty(await journal.RunsAsync().ToListAsync());
    }

    [Fact]
    public async Task An_event_out_of_order_is_a_fault_and_not_recorded()
    {
        var run = await Storage.Open().CreateAsync("r");
        run.AppendAll(Recorded.Run("r"));
        await run.FlushAsync(4);

        run.Append(Recorded.Completed("r", 6));
        run.Append(Recorded.Completed("r", 5));

        var fault = await Assert.ThrowsAsync<JournalException>(() => run.FlushAsync(6).AsTask());
        Assert.StartsWith("Event 6 of run 'r' does not follow", fault.Message, StringComparison.Ordinal);
        await run.DisposeAsync();
        Assert.Equal(4, (await Storage.Open().ReadAsync("r").ToListAsync()).Count);
    }

    [Fact]
    public async Task Nothing_is_recorded_of_a_run_that_was_let_go_of()
    {
        var run = await Storage.Open().CreateAsync("r");
        run.AppendAll(Recorded.Run("r"));
        await run.DisposeAsync();
        await run.DisposeAsync();

        run.Append(Recorded.Completed("r", 5));

        await Assert.ThrowsAsync<JournalException>(() => run.FlushAsync(5).AsTask());
        Assert.Equal(4, (await Storage.Open().ReadAsync("r").ToListAsync()).Count);
    }

    [Fact]
    public async Task Runs_are_listed_the_latest_first()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("first", [.. Recorded.Run("first"), Recorded.Completed("first", 5)]);
        await journal.RecordAsync("second", [Recorded.Created("second", parent: "first") with { Time = Recorded.Time.AddDays(1) }]);
        await using var third = await journal.CreateAsync("third");
        third.Append(Recorded.Created("third") with { Time = Recorded.Time.AddDays(2) });
        await third.FlushAsync(1);

        var runs = await Storage.Open().RunsAsync().ToListAsync();

        RunSummary[] expected =
            [
                new() { RunId = "third", PlanId = "shop.orders", Status = RunStatus.Running, CreatedAt = Recorded.Time.AddDays(2), LastSequence = 1, Owner = RunOwner.Current },
                new() { RunId = "second", PlanId = "shop.orders", Status = RunStatus.Running, CreatedAt = Recorded.Time.AddDays(1), LastSequence = 1, ParentRun = "first" },
                new() { RunId = "first", PlanId = "shop.orders", Status = RunStatus.Succeeded, CreatedAt = Recorded.Time, EndedAt = Recorded.Time.AddMinutes(1), LastSequence = 5 },
            ];
        Assert.Equal(expected, runs);
    }

    [Fact]
    public async Task A_run_is_deleted_with_what_was_asked_of_it()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r"));
        await journal.RecordAsync("other", Recorded.Run("other"));
        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" });

        await journal.DeleteAsync("r");

        await Assert.ThrowsAsync<RunNotFoundException>(() => journal.ReadAsync("r").ToListAsync());
        Assert.Equal(["other"], (await journal.RunsAsync().ToListAsync()).Select(static run => run.RunId));
        await journal.RecordAsync("r", Recorded.Run("r"));
        await using var again = await journal.ResumeAsync("r");
        await journal.RequestAsync("r", new RunCancelRequest { Id = "b" });
        Assert.Equal("b", (await FirstAsync(again.RequestsAsync())).Id);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b\\c:d*e?f%2f")]
    [InlineData("Übergröße 中")]
    [InlineData(".")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task Any_text_may_be_the_id_of_a_run(string runId)
    {
        await Storage.Open().RecordAsync(runId, Recorded.Run(runId));

        await using (await Storage.Open().ResumeAsync(runId))
            Assert.Equal(4, (await Storage.Open().ReadAsync(runId).ToListAsync()).Count);
        Assert.Equal(runId, Assert.Single(await Storage.Open().RunsAsync().ToListAsync()).RunId);
        await Storage.Open().DeleteAsync(runId);
        Assert.Empty(await Storage.Open().RunsAsync().ToListAsync());
    }

    private protected static async Task<RunRequest> FirstAsync(IAsyncEnumerable<RunRequest> requests)
    {
        await foreach (var request in requests)
            return request;
        throw new InvalidOperationException("No request came.");
    }
}
