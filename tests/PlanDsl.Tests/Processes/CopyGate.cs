using System.Text;

namespace PlanDsl.Tests;

/// <summary>Receives what a process writes, and tells when it has written something.</summary>
/// <param name="awaited">What is awaited.</param>
internal sealed class CopyGate(string awaited) : MemoryStream
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task.Soon();

    public string Text => Encoding.UTF8.GetString(ToArray());

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        if (Text.Contains(awaited, StringComparison.Ordinal))
            _seen.TrySetResult();
    }
}
