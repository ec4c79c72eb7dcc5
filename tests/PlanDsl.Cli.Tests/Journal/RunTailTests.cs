using PlanDsl.Sqlite;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Cli.Tests;

/// <summary>Runs that are followed while nothing happens in them, and then something does.</summary>
public sealed class RunTailTests : IDisposable
{
    private readonly PlanFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly List<RunOwner> _left = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task As_long_as_nothing_is_written_the_journal_is_left_alone(string name)
    {
        NativeSqlite.Choose();
        var path = Path.Combine(_folder.Path, name);
        await WriteAsync(path, [new RunCreatedEvent { RunId = "r", Sequence = 1, Time = default, PlanId = "p", PlanHash = "x" }]);
        var journal = new CountingJournal(Open(path));
        var summary = (await journal.FindAsync())! with { Owner = new(1, "elsewhere") };
        var tail = new RunTail(journal, JournalPlace.ToRead(path), summary, _time) { OnLeft = _left.Add };
        await using var events = tail.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        // It reads again, all the same, when nothing was written for some time, and sees who executes the run.
        var next = events.MoveNextAsync().AsTask();
        for (var passed = 0; passed < 2 * 5; passed++)
            await PassAsync();
        await _time.WhenTimerIsDueIn(TimeSpan.FromMilliseconds(50));
        Assert.Equal((3, 3), (journal.Reads, journal.Lists));
        Assert.Equal([new RunOwner(1, "elsewhere")], _left);

        await WriteAsync(path, [new RunStartedEvent { RunId = "r", Sequence = 2, Time = default }]);
        await PauseAsync();
        Assert.True(await next.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(2, events.Current.Sequence);
        Assert.Equal(4, journal.Reads);
        journal.Dispose();
    }

    // A pause, and then the time for which it waits to be told of something.
    private async Task PassAsync()
    {
        await PauseAsync();
        await _time.WhenTimerIsDueIn(JournalWatch.Interval);
        _time.Advance(JournalWatch.Interval);
    }

    private async Task PauseAsync()
    {
        await _time.WhenTimerIsDueIn(TimeSpan.FromMilliseconds(50));
        _time.Advance(TimeSpan.FromMilliseconds(50));
    }

    private static async Task WriteAsync(string path, IEnumerable<PlanEvent> events)
    {
        var journal = Open(path);
        await using (var run = events.First().Sequence == 1 ? await journal.CreateAsync("r") : await journal.ResumeAsync("r"))
        {
            foreach (var happened in events)
                run.Append(happened);
        }

        (journal as IDisposable)?.Dispose();
    }

    private static IPlanJournal Open(string path) => path.EndsWith('/') ? new JsonLinesJournal(path) : new SqliteJournal(path);

    private sealed class CountingJournal(IPlanJournal inner) : IPlanJournal, IDisposable
    {
        public int Reads { get; private set; }

        public int Lists { get; private set; }

        public async Task<RunSummary?> FindAsync()
        {
            await foreach (var run in RunsAsync())
                return run;
            return null;
        }

        public ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default) => inner.CreateAsync(runId, cancellationToken);

        public ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default) => inner.ResumeAsync(runId, cancellationToken);

        public IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, CancellationToken cancellationToken = default)
        {
            Reads++;
            return inner.ReadAsync(runId, after, cancellationToken);
        }

        public IAsyncEnumerable<RunSummary> RunsAsync(CancellationToken cancellationToken = default)
        {
            Lists++;
            return inner.RunsAsync(cancellationToken);
        }

        public ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default) => inner.RequestAsync(runId, request, cancellationToken);

        public IAsyncEnumerable<PendingRequest> PendingAsync(string runId, CancellationToken cancellationToken = default) => inner.PendingAsync(runId, cancellationToken);

        public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default) => inner.DeleteAsync(runId, cancellationToken);

        public void Dispose() => (inner as IDisposable)?.Dispose();
    }
}
