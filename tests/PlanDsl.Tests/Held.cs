namespace PlanDsl.Tests;

/// <summary>Code that keeps its thread until a test lets it go.</summary>
internal sealed class Held : IDisposable
{
    // Only where the test itself is held up does it ever take so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();

    /// <summary>Ends when some thread has come to wait.</summary>
    public Task Entered => _entered.Task;

    public void Release() => _released.Set();

    /// <summary>Keeps this thread; whether the test has let it go in time.</summary>
    public bool Wait()
    {
        _entered.TrySetResult();
        return _released.Wait(Patience);
    }

    public void Dispose() => _released.Dispose();
}
