namespace PlanDsl.Tests;

/// <summary>Journals that are deleted, moved or replaced while a run is recorded in them. What is written goes on to go into the old file then, of
/// which nobody will read it.</summary>
public sealed class LostJournalTests : IDisposable
{
    private readonly JsonLinesStorage _files = new();
    private readonly SqliteStorage _database = new();

    public static TheoryData<string, string> Losses
    {
        get
        {
            var losses = new TheoryData<string, string>();
            foreach (var loss in (string[])["deleted", "moved", "replaced", "cleaned"])
            {
                losses.Add("jsonl", loss);
                losses.Add("sqlite", loss);
            }

            return losses;
        }
    }

    public void Dispose()
    {
        _files.Dispose();
        _database.Dispose();
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_is_told_after_the_journal_was_lost_is_not_recorded_and_that_is_said(string kind, string loss)
    {
        // There a database that is open cannot be deleted, moved or replaced.
        if (OperatingSystem.IsWindows() && kind is "sqlite")
            return;
        TestStorage storage = kind is "sqlite" ? _database : _files;
        var run = await storage.Open().CreateAsync("r");
        run.AppendAll(Recorded.Run("r"));
        await run.FlushAsync(4);
        var path = kind is "sqlite" ? _database.Database : Path.Combine(_files.Directory, "journal", "r.jsonl");

        Lose(path, loss);
        run.Append(Recorded.Completed("r", 5));
        var fault = await Assert.ThrowsAsync<JournalLostException>(() => run.FlushAsync(5).AsTask());

        Assert.Equal("r", fault.RunId);
        Assert.Equal($"Run 'r' is not in {(kind is "sqlite" ? "journal " : "")}{path} any more: the file was deleted, moved or replaced while the run went on, so that what it does is recorded nowhere. Run the plan anew, and keep the journal where nothing cleans it up.", fault.Message);
        await run.DisposeAsync();
        await Assert.ThrowsAsync<JournalLostException>(() => run.FlushAsync(5).AsTask());

        // Nothing is made anew for it.
        Assert.Equal(loss is "replaced", File.Exists(path));
        Assert.Equal(loss is "replaced" ? "something else" : null, File.Exists(path) ? await File.ReadAllTextAsync(path) : null);
    }

    // Nobody waits for it under these.
    [Theory]
    [InlineData("jsonl", JournalDurability.Batched)]
    [InlineData("sqlite", JournalDurability.Batched)]
    [InlineData("jsonl", JournalDurability.None)]
    [InlineData("sqlite", JournalDurability.None)]
    public async Task A_journal_that_is_lost_behind_the_last_event_is_noticed_when_the_run_is_let_go_of(string kind, JournalDurability durability)
    {
        if (OperatingSystem.IsWindows() && kind is "sqlite")
            return;
        TestStorage storage = kind is "sqlite" ? _database : _files;
        var run = await storage.Open(durability).CreateAsync("r");
        run.AppendAll([.. Recorded.Run("r"), Recorded.Completed("r", 5)]);
        while ((await RecordedOfAsync(storage.Open(), "r")) < 5)
            await Task.Yield();

        Lose(kind is "sqlite" ? _database.Database : Path.Combine(_files.Directory, "journal", "r.jsonl"), "cleaned");
        await run.DisposeAsync();

        await Assert.ThrowsAsync<JournalLostException>(() => run.FlushAsync(5).AsTask());
    }

    [Fact]
    public async Task A_database_that_was_made_anew_meanwhile_keeps_what_is_recorded_there()
    {
        if (OperatingSystem.IsWindows())
            return;
        var journal = _database.Open();
        var lost = await journal.CreateAsync("lost");
        lost.AppendAll(Recorded.Run("lost"));
        await lost.FlushAsync(4);

        // The first of another process is the first of its database, too.
        Lose(_database.Database, "cleaned");
        await using var other = await _database.Open().CreateAsync("other");
        other.AppendAll(Recorded.Run("other"));
        await other.FlushAsync(4);

        // And this one goes on with what is there now.
        await journal.RecordAsync("third", Recorded.Run("third"));
        lost.Append(Recorded.Completed("lost", 5));
        await Assert.ThrowsAsync<JournalLostException>(() => lost.FlushAsync(5).AsTask());
        await lost.DisposeAsync();

        Assert.Equal(["other", "third"], (await _database.Open().RunsAsync().ToListAsync()).Select(static run => run.RunId).Order(StringComparer.Ordinal));
        Assert.Equal(RunOwner.Current, (await _database.Open().RunsAsync().ToListAsync()).Single(static run => run.RunId == "other").Owner);
        Recorded.AssertSame([.. Recorded.Run("other")], await _database.Open().ReadAsync("other").ToListAsync());
        Assert.Empty((await _database.Open().ReadAsync("third").ToListAsync()).OfType<RunCompletedEvent>());
    }

    private static async Task<long> RecordedOfAsync(IPlanJournal journal, string runId)
    {
        await foreach (var run in journal.RunsAsync().ConfigureAwait(false))
        {
            if (run.RunId == runId)
                return run.LastSequence;
        }

        return 0;
    }

    private static void Lose(string path, string loss)
    {
        switch (loss)
        {
            case "deleted":
                File.Delete(path);
                break;
            case "moved":
                File.Move(path, $"{path}.old");
                break;
            case "replaced":
                File.WriteAllText($"{path}.new", "something else");
                File.Move($"{path}.new", path, overwrite: true);
                break;
            default:
                var directory = Path.GetDirectoryName(path)!;
                foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories))
                    File.Delete(file);
                foreach (var inner in Directory.GetDirectories(directory))
                    Directory.Delete(inner, recursive: true);
                break;
        }
    }
}
