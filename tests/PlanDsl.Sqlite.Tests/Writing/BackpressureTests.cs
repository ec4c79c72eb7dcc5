using Microsoft.Data.Sqlite;

namespace PlanDsl.Tests;

public sealed class BackpressureTests : IDisposable
{
    private readonly SqliteStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_run_that_is_faster_than_its_disk_waits_before_it_fills_the_memory()
    {
        await using var run = await _storage.Open(JournalDurability.Batched).CreateAsync("r");
        Task waiting;
        using (var holder = new SqliteConnection($"Data Source={_storage.Database};Pooling=False"))
        {
            holder.Open();
            Execute(holder, "BEGIN IMMEDIATE");
            run.AppendAll(Recorded.Run("r", WrittenRun.MostUnwritten - 2));
            Assert.True(run.FlushAsync(WrittenRun.MostUnwritten).AsTask().IsCompletedSuccessfully);

            run.Append(new StepStartedEvent { RunId = "r", Sequence = WrittenRun.MostUnwritten + 1, Time = Recorded.Time, StepPath = "last", Attempt = 1 });
            waiting = run.FlushAsync(WrittenRun.MostUnwritten + 1).AsTask();
            Assert.False(waiting.IsCompleted);
            Execute(holder, "ROLLBACK");
        }

        await waiting;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
