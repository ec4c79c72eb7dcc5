namespace PlanDsl.Tests;

/// <summary>A body that a test holds in its hand: it tells when it has been entered, and returns when the test says.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    public bool IsEntered => _entered.Task.IsCompleted;

    public bool IsOpen => _open.Task.IsCompleted;

    public CancellationToken Token { get; private set; }

    /// <summary>Whether the body ends by cancellation when its token is cancelled.</summary>
    public bool HeedsCancellation { get; init; }

    public void Open() => _open.TrySetResult();

    public void Fail(Exception exception) => _open.TrySetException(exception);

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        Token = cancellationToken;
        _entered.SetResult();
        await (HeedsCancellation ? _open.Task.WaitAsync(cancellationToken) : _open.Task).ConfigureAwait(false);
    }
}
