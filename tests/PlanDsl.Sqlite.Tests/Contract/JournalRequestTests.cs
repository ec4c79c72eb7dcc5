using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What every journal promises of requests.</summary>
public abstract class JournalRequestTests<TStorage> : IDisposable where TStorage : TestStorage, new()
{
    private protected TStorage Storage { get; } = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Storage.Dispose();
    }

    [Fact]
    public async Task What_is_asked_comes_to_the_run_in_order_and_as_it_was_asked()
    {
        await Storage.Open().RecordAsync("r", Recorded.Run("r"));
        RunRequest[] asked =
        [
            new RunSignalRequest("approve", JsonElement.Parse("""{ "by": "Ada", "text": "\ud83d" }""")) { Id = "z" },
            new RunSignalRequest("approve") { Id = "a" },
            new RunSignalRequest("approve", JsonElement.Parse("null")) { Id = "y" },
            new RunCancelRequest { Id = "b" },
        ];

        // Two before somebody executes the run, two while somebody does, and from elsewhere.
        await Storage.Open().RequestAsync("r", asked[0]);
        await Storage.Open().RequestAsync("r", asked[1]);
        await using var run = await Storage.Open().ResumeAsync("r");
        await Storage.Open().RequestAsync("r", asked[2]);
        await Storage.Open().RequestAsync("r", asked[3]);

        var taken = await TakeAsync(run, 4);
        Assert.Equal(asked.Select(Text), taken.Select(Text));
        Assert.All(taken, static request => Assert.Equal(Recorded.Time.AddDays(3), request.AskedAt));
    }

    // A body may, as soon as it is called, and what has led to it may be on its way still.
    [Theory]
    [InlineData(JournalDurability.Batched)]
    [InlineData(JournalDurability.EveryEvent)]
    public async Task Whoever_executes_a_run_may_ask_it_for_something_from_its_first_event_on(JournalDurability durability)
    {
        var journal = Storage.Open(durability);
        for (var round = 0; round < 20; round++)
        {
            await using var run = await journal.CreateAsync($"r{round}");
            run.Append(Recorded.Created($"r{round}"));

            await journal.RequestAsync($"r{round}", new RunCancelRequest { Id = "a" });

            Assert.Equal("a", Assert.Single(await TakeAsync(run, 1)).Id);
        }
    }

    [Fact]
    public async Task What_was_asked_before_is_there_when_the_run_is_claimed()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r"));
        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" });

        await using var run = await journal.ResumeAsync("r");
        await using var requests = run.RequestsAsync().GetAsyncEnumerator();
        var first = requests.MoveNextAsync().AsTask();

        Assert.True(first.IsCompletedSuccessfully, "Whoever goes on with the run would not see it before a step starts.");
        Assert.Equal("a", requests.Current.Id);
    }

    [Fact]
    public async Task What_is_asked_twice_comes_once()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r"));
        await using var run = await journal.ResumeAsync("r");

        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" });
        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" });
        await journal.RequestAsync("r", new RunCancelRequest { Id = "b" });

        Assert.Equal(["a", "b"], (await TakeAsync(run, 2)).Select(static request => request.Id));
    }

    [Fact]
    public async Task What_is_not_done_comes_again_and_what_is_done_does_not()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r"));
        foreach (var id in (string[])["a", "b", "c"])
            await journal.RequestAsync("r", new RunSignalRequest("go") { Id = id });

        await using (var run = await journal.ResumeAsync("r"))
        {
            Assert.Equal(3, (await TakeAsync(run, 3)).Count);
            run.Append(new SignalReceivedEvent { RunId = "r", Sequence = 5, Time = Recorded.Time, Name = "go", RequestId = "b" });
            await run.FlushAsync(5);
        }

        await using var again = await Storage.Open().ResumeAsync("r");
        // Done is done, though it is asked once more.
        await Storage.Open().RequestAsync("r", new RunSignalRequest("go") { Id = "b" });
        await Storage.Open().RequestAsync("r", new RunSignalRequest("go") { Id = "d" });
        Assert.Equal(["a", "c", "d"], (await TakeAsync(again, 3)).Select(static request => request.Id));
    }

    [Fact]
    public async Task What_is_asked_is_told_to_everybody_until_it_is_done_but_not_what_it_brings()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r"));
        await journal.RecordAsync("other", Recorded.Run("other"));
        Assert.Empty(await journal.PendingAsync("r").ToListAsync());

        await journal.RequestAsync("r", new RunSignalRequest("approve", JsonElement.Parse("\"hush\"")) { Id = "z" });
        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" });
        PendingRequest[] asked =
        [
            new() { RequestId = "z", Signal = "approve", AskedAt = Recorded.Time.AddDays(3) },
            new() { RequestId = "a", AskedAt = Recorded.Time.AddDays(3) },
        ];
        Assert.Equal(asked, await Storage.Open().PendingAsync("r").ToListAsync());
        Assert.Empty(await journal.PendingAsync("other").ToListAsync());

        await using var run = await Storage.Open().ResumeAsync("r");
        await TakeAsync(run, 2);
        Assert.Equal(asked, await journal.PendingAsync("r").ToListAsync());
        run.Append(new SignalReceivedEvent { RunId = "r", Sequence = 5, Time = Recorded.Time, Name = "approve", RequestId = "z" });
        await run.FlushAsync(5);
        Assert.Equal(asked[1..], await journal.PendingAsync("r").ToListAsync());

        // One that has ended takes nothing any more.
        run.Append(Recorded.Completed("r", 6));
        await run.FlushAsync(6);
        Assert.Empty(await journal.PendingAsync("r").ToListAsync());
    }

    [Fact]
    public async Task The_wait_for_requests_ends_with_its_token_and_with_the_run()
    {
        var run = await Storage.Open().CreateAsync("r");
        using var cancellation = new CancellationTokenSource();
        var waiting = run.RequestsAsync(cancellation.Token).ToListAsync();
        await cancellation.CancelAsync();
        Assert.Empty(await waiting);

        var waitingAgain = run.RequestsAsync().ToListAsync();
        await run.DisposeAsync();
        Assert.Empty(await waitingAgain);
    }

    [Fact]
    public async Task Requests_of_many_who_ask_at_once_come_once_each()
    {
        var journal = Storage.Open();
        await using var run = await journal.CreateAsync("r");
        run.Append(Recorded.Created("r"));
        await run.FlushAsync(1);

        var taking = TakeAsync(run, 40);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(asker => Task.Run(async () =>
        {
            var own = Storage.Open();
            for (var i = 0; i < 10; i++)
                await own.RequestAsync("r", new RunSignalRequest("go") { Id = $"{asker}-{i}" });
        })));

        var taken = await taking;
        Assert.Equal(40, taken.Select(static request => request.Id).Distinct(StringComparer.Ordinal).Count());
        // Each asker's own come in its order.
        foreach (var own in taken.Select(static request => request.Id.Split('-')).GroupBy(static id => id[0], static id => int.Parse(id[1], null), StringComparer.Ordinal))
            Assert.Equal(Enumerable.Range(0, 10), own);
    }

    private static async Task<List<RunRequest>> TakeAsync(IRunJournal run, int count)
    {
        var requests = new List<RunRequest>();
        await foreach (var request in run.RequestsAsync())
        {
            requests.Add(request);
            if (requests.Count == count)
                break;
        }

        return requests;
    }

    private static string Text(RunRequest request) => request is RunSignalRequest signal
        ? $"{signal.Id} {signal.Name} {(signal.Value is { } value ? JsonValues.TextOf(value) : "nothing")}"
        : $"{request.Id} cancel";
}
