using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace PlanDsl.Tests;

/// <summary>Batches of a database that are made ready while the one before is written: more is appended than fits into several, while somebody
/// has the database locked.</summary>
public sealed class FilledAheadTests : IDisposable
{
    // More than two batches of 8,192 each.
    private const int Steps = 20_000;

    private readonly SqliteStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task What_several_runs_tell_meanwhile_is_recorded_of_each_in_order_and_they_are_given_up()
    {
        string[] ids = ["a", "b", "c"];
        var journal = _storage.Open(JournalDurability.Batched);
        var runs = new List<IRunJournal>();
        foreach (var id in ids)
            runs.Add(await journal.CreateAsync(id));
        var expected = ids.ToDictionary(static id => id, static id => Recorded.Random(id, Steps / 2, seed: id[0]), StringComparer.Ordinal);

        await WhileLockedAsync(() =>
        {
            for (var i = 0; i < Steps / 2; i++)
                runs.ForEach(run => run.Append(expected[run.RunId][i]));
            return Task.WhenAll(runs.Select(static run => run.DisposeAsync().AsTask()));
        });

        foreach (var run in runs)
        {
            await run.FlushAsync(Steps / 2);
            Recorded.AssertSame(expected[run.RunId], await journal.ReadAsync(run.RunId).ToListAsync());
        }

        Assert.All(await journal.RunsAsync().ToListAsync(), static run => Assert.Null(run.Owner));
    }

    // The document is gone by then, as it may be where a body returns a part of one.
    [Theory]
    [InlineData(5)]
    [InlineData(8_190)]
    [InlineData(9_500)]
    public async Task An_event_that_cannot_be_encoded_ends_its_run_behind_those_before_it_and_no_other(int at)
    {
        var journal = _storage.Open(JournalDurability.Batched);
        var fine = await journal.CreateAsync("fine");
        var faulty = await journal.CreateAsync("faulty");

        await WhileLockedAsync(() =>
        {
            fine.AppendAll(Recorded.Run("fine"));
            faulty.AppendAll(Recorded.Run("faulty", at - 3));
            faulty.Append(new StepSucceededEvent { RunId = "faulty", Sequence = at, Time = Recorded.Time, StepPath = "step_0", Attempt = 1, Result = Gone() });
            for (var sequence = at + 1; sequence <= Steps; sequence++)
                faulty.Append(new StepStartedEvent { RunId = "faulty", Sequence = sequence, Time = Recorded.Time, StepPath = "later", Attempt = 1 });
            fine.Append(Recorded.Completed("fine", 5));
            return Task.WhenAll(fine.DisposeAsync().AsTask(), faulty.DisposeAsync().AsTask());
        });

        var fault = await Assert.ThrowsAsync<JournalException>(() => faulty.FlushAsync(Steps).AsTask());
        Assert.StartsWith(FormattableString.Invariant($"Event {at} of run 'faulty' (step_succeeded) tells something that cannot be written as JSON: "), fault.Message, StringComparison.Ordinal);
        await fine.FlushAsync(5);
        Recorded.AssertSame([.. Recorded.Run("fine"), Recorded.Completed("fine", 5)], await journal.ReadAsync("fine").ToListAsync());
        Recorded.AssertSame([.. Recorded.Run("faulty", at - 3)], await journal.ReadAsync("faulty").ToListAsync());
        await using var again = await journal.ResumeAsync("faulty");
        Assert.Equal(at - 1, again.LastSequence);
    }

    // What was made ready follows what is not there, and would leave a gap.
    [Fact]
    public async Task What_was_made_ready_behind_a_batch_that_could_not_be_written_is_not_recorded()
    {
        var journal = _storage.Open(JournalDurability.Batched);
        var run = await journal.CreateAsync("r");
        run.AppendAll(Recorded.Run("r"));
        while ((await journal.RunsAsync().ToListAsync()).Count == 0)
            await Task.Yield();
        Execute("INSERT INTO records (id, json, crc) SELECT run << 32 | 1000, json, crc FROM events WHERE sequence = 1");

        List<PlanEvent> told = [.. Recorded.Run("r"), .. Enumerable.Range(5, Steps).Select(static n => new StepStartedEvent { RunId = "r", Sequence = n, Time = Recorded.Time, StepPath = "more", Attempt = 1 })];

        await WhileLockedAsync(() =>
        {
            run.AppendAll(told.Skip(4));
            return run.DisposeAsync().AsTask();
        });

        await Assert.ThrowsAsync<JournalException>(() => run.FlushAsync(Steps).AsTask());
        Execute("DELETE FROM records WHERE id & 4294967295 = 1000");
        var recorded = await journal.ReadAsync("r").ToListAsync();
        Assert.InRange(recorded.Count, 4, 999);
        Recorded.AssertSame(told[..recorded.Count], recorded);
        Assert.Null(Assert.Single(await journal.RunsAsync().ToListAsync()).Owner);
    }

    [Fact]
    public async Task A_database_that_is_lost_while_batches_wait_is_known_to_be()
    {
        if (OperatingSystem.IsWindows())
            return;
        var run = await _storage.Open(JournalDurability.Batched).CreateAsync("r");

        await WhileLockedAsync(() =>
        {
            run.AppendAll(Recorded.Run("r", Steps));
            File.Delete(_storage.Database);
            return run.DisposeAsync().AsTask();
        });

        await Assert.ThrowsAsync<JournalLostException>(() => run.FlushAsync(Steps).AsTask());
        Assert.False(File.Exists(_storage.Database));
    }

    // What is said to be done between two events is done between them.
    [Fact]
    public async Task What_is_asked_of_the_journal_meanwhile_comes_behind_what_was_told_before()
    {
        var journal = _storage.Open(JournalDurability.Batched);
        var run = await journal.CreateAsync("r");
        var asked = Task.CompletedTask;

        await WhileLockedAsync(() =>
        {
            run.AppendAll([.. Recorded.Run("r", Steps - 3), Recorded.Completed("r", Steps)]);
            asked = journal.RequestAsync("r", new RunCancelRequest()).AsTask();
            return run.DisposeAsync().AsTask();
        });

        await Assert.ThrowsAsync<RunCompletedException>(() => asked);
    }

    // The first batch waits for the lock, and the others for the first.
    private async Task WhileLockedAsync(Func<Task> append)
    {
        Task done;
        using (var holder = new SqliteConnection($"Data Source={_storage.Database};Pooling=False"))
        {
            holder.Open();
            Execute(holder, "BEGIN IMMEDIATE");
            done = append();
            Execute(holder, "ROLLBACK");
        }

        await done;
    }

    private static JsonElement Gone()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_storage.Database};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
