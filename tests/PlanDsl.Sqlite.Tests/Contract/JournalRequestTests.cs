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
        await Storage.Open().RecordAsync("r", Recorded.Run("r")).ConfigureAwait(false);
        RunRequest[] asked =
        [
            new RunSignalRequest("approve", JsonElement.Parse("""{ "by": "Ada", "text": "\ud83d" }""")) { Id = "z" },
            new RunSignalRequest("approve") { Id = "a" },
            new RunSignalRequest("approve", JsonElement.Parse("null")) { Id = "y" },
            new RunCancelRequest { Id = "b" },
        ];

        // Two before somebody executes the run, two while somebody does, and from elsewhere.
        await Storage.Open().RequestAsync("r", asked[0]).ConfigureAwait(false);
        await Storage.Open().RequestAsync("r", asked[1]).ConfigureAwait(false);
        await using var run = await Storage.Open().ResumeAsync("r").ConfigureAwait(false);
        await Storage.Open().RequestAsync("r", asked[2]).ConfigureAwait(false);
        await Storage.Open().RequestAsync("r", asked[3]).ConfigureAwait(false);

        Assert.Equal(asked.Select(Text), (await TakeAsync(run, 4).ConfigureAwait(false)).Select(Text));
    }

    [Fact]
    public async Task What_is_asked_twice_comes_once()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r")).ConfigureAwait(false);
        await using var run = await journal.ResumeAsync("r").ConfigureAwait(false);

        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" }).ConfigureAwait(false);
        await journal.RequestAsync("r", new RunCancelRequest { Id = "a" }).ConfigureAwait(false);
        await journal.RequestAsync("r", new RunCancelRequest { Id = "b" }).ConfigureAwait(false);

        Assert.Equal(["a", "b"], (await TakeAsync(run, 2).ConfigureAwait(false)).Select(static request => request.Id));
    }

    [Fact]
    public async Task What_is_not_done_comes_again_and_what_is_done_does_not()
    {
        var journal = Storage.Open();
        await journal.RecordAsync("r", Recorded.Run("r")).ConfigureAwait(false);
        foreach (var id in (string[])["a", "b", "c"])
            await journal.RequestAsync("r", new RunSignalRequest("go") { Id = id }).ConfigureAwait(false);

        await using (var run = await journal.ResumeAsync("r").ConfigureAwait(false))
        {
            Assert.Equal(3, (await TakeAsync(run, 3).ConfigureAwait(false)).Count);
            run.Append(new SignalReceivedEvent { RunId = "r", Sequence = 5, Time = Recorded.Time, Name = "go", RequestId = "b" });
            await run.FlushAsync(5).ConfigureAwait(false);
        }

        await using var again = await Storage.Open().ResumeAsync("r").ConfigureAwait(false);
        // Done is done, though it is asked once more.
        await Storage.Open().RequestAsync("r", new RunSignalRequest("go") { Id = "b" }).ConfigureAwait(false);
        await Storage.Open().RequestAsync("r", new RunSignalRequest("go") { Id = "d" }).ConfigureAwait(false);
        Assert.Equal(["a", "c", "d"], (await TakeAsync(again, 3).ConfigureAwait(false)).Select(static request => request.Id));
    }

    [Fact]
    public async Task The_wait_for_requests_ends_with_its_token_and_with_the_run()
    {
        var run = await Storage.Open().CreateAsync("r").ConfigureAwait(false);
        using var cancellation = new CancellationTokenSource();
        var waiting = run.RequestsAsync(cancellation.Token).ToListAsync();
        await cancellation.CancelAsync().ConfigureAwait(false);
        Assert.Empty(await waiting.ConfigureAwait(false));

        var waitingAgain = run.RequestsAsync().ToListAsync();
        await run.DisposeAsync().ConfigureAwait(false);
        Assert.Empty(await waitingAgain.ConfigureAwait(false));
    }

    [Fact]
    public async Task Requests_of_many_who_ask_at_once_come_once_each()
    {
        var journal = Storage.Open();
        await using var run = await journal.CreateAsync("r").ConfigureAwait(false);
        run.Append(Recorded.Created("r"));
        await run.FlushAsync(1).ConfigureAwait(false);

        var taking = TakeAsync(run, 40);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(asker => Task.Run(async () =>
        {
            var own = Storage.Open();
            for (var i = 0; i < 10; i++)
                await own.RequestAsync("r", new RunSignalRequest("go") { Id = $"{asker}-{i}" }).ConfigureAwait(false);
        }))).ConfigureAwait(false);

        var taken = await taking.ConfigureAwait(false);
        Assert.Equal(40, taken.Select(static request => request.Id).Distinct(StringComparer.Ordinal).Count());
        // Each asker's own come in its order.
        foreach (var own in taken.Select(static request => request.Id.Split('-')).GroupBy(static id => id[0], static id => int.Parse(id[1], null), StringComparer.Ordinal))
            Assert.Equal(Enumerable.Range(0, 10), own);
    }

    private static async Task<List<RunRequest>> TakeAsync(IRunJournal run, int count)
    {
        var requests = new List<RunRequest>();
        await foreach (var request in run.RequestsAsync().ConfigureAwait(false))
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
