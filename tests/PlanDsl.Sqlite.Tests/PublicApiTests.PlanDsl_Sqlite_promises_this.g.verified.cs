public sealed class PlanDsl.Sqlite.SqliteJournal : PlanDsl.IPlanJournal, System.IDisposable
{
    public .ctor(string path, PlanDsl.JournalOptions? options = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.PendingRequest> PendingAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.PlanEvent> ReadAsync(string runId, long after = 0, System.Threading.CancellationToken cancellationToken = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.RunSummary> RunsAsync(System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask DeleteAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask RequestAsync(string runId, PlanDsl.RunRequest request, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> CreateAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> ResumeAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public void Dispose();
}

public sealed class PlanDsl.Sqlite.SqliteJournalOptions : PlanDsl.JournalOptions
{
    public .ctor();
    public System.TimeSpan BusyTimeout { get; set; };
}
