namespace PlanDsl.Tests;

/// <summary>Tells when so many processes have written a line to it.</summary>
internal sealed class CountdownStream(int count) : MemoryStream
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = count;

    public Task AllHaveWritten => _all.Task.Soon();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Add(ref _left, -buffer.Span.Count((byte)'\n')) == 0)
            _all.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
