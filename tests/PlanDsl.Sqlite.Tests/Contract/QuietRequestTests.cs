using Microsoft.Data.Sqlite;
using PlanDsl.Sqlite;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Requests of which nobody rings the bell, as where the system does not tell of files that are written.</summary>
public sealed class QuietRequestTests : IDisposable
{
    private readonly SqliteStorage _storage = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_database_is_looked_at_now_and_then()
    {
        using var journal = new SqliteJournal(_storage.Database, new JournalOptions { TimeProvider = _time });
        await using var run = await journal.CreateAsync("r");
        var waiting = FirstAsync(run);
        using (var connection = new SqliteConnection($"Data Source={_storage.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO requests (run, request_id, type, asked_at) SELECT id, 'a', 'cancel', '' FROM runs";
            command.ExecuteNonQuery();
        }

        Assert.Equal("a", await AfterIntervalAsync(waiting));
    }

    [Fact]
    public async Task A_directory_is_looked_at_now_and_then()
    {
        var directory = Path.Combine(_storage.Directory, "journal");
        await using var run = await new JsonLinesJournal(directory, new() { TimeProvider = _time }).CreateAsync("r");
        var waiting = FirstAsync(run);
        RequestFile.Put(new JsonLinesFiles(directory), "r", new RunCancelRequest { Id = "a" }, Recorded.Time);

        Assert.Equal("a", await AfterIntervalAsync(waiting));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("sqlite")]
    public async Task Where_the_system_tells_of_files_no_time_has_to_pass(string kind)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var executing = Open(kind, _time);
        var asking = Open(kind, TimeProvider.System);
        var run = await executing.CreateAsync("r");
        run.Append(Recorded.Created("r"));
        await run.FlushAsync(1);
        var waiting = FirstAsync(run);

        await asking.RequestAsync("r", new RunCancelRequest { Id = "a" });

        Assert.Equal("a", await waiting.Soon());
        await run.DisposeAsync();
        (executing as IDisposable)?.Dispose();
        (asking as IDisposable)?.Dispose();
    }

    // It may be found at the first look, for which no time has to pass.
    private async Task<string> AfterIntervalAsync(Task<string> waiting)
    {
        await Task.WhenAny(waiting, _time.WhenTimerIsDueIn(RequestWatch.Interval)).ConfigureAwait(false);
        _time.Advance(RequestWatch.Interval);
        return await waiting.ConfigureAwait(false);
    }

    private IPlanJournal Open(string kind, TimeProvider time) => kind is "sqlite"
        ? new SqliteJournal(_storage.Database, new JournalOptions { Durability = JournalDurability.EveryEvent, TimeProvider = time })
        : new JsonLinesJournal(Path.Combine(_storage.Directory, "journal"), new() { Durability = JournalDurability.EveryEvent, TimeProvider = time });

    private static async Task<string> FirstAsync(IRunJournal run)
    {
        await foreach (var request in run.RequestsAsync())
            return request.Id;
        return "nothing";
    }
}
