namespace PlanDsl.Tests;

/// <summary>Counts what is written to it.</summary>
internal sealed class CountingStream : MemoryStream
{
    public int Count { get; private set; }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count += buffer.Length;
        return ValueTask.CompletedTask;
    }
}
