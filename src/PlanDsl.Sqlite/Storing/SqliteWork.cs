namespace PlanDsl.Sqlite;

/// <summary>Something that the journal's thread does between two batches, for somebody who waits for it.</summary>
/// <param name="act">Does it.</param>
internal sealed class SqliteWork<T>(Func<T> act) : IWriterWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    public void Execute()
    {
        try
        {
            _done.SetResult(act());
        }
        catch (Exception fault)
        {
            _done.SetException(fault);
            // It is known, also where nobody is left who waits for it.
            _ = _done.Task.Exception;
        }
    }
}
