using System.Buffers;

namespace PlanDsl;

/// <summary>Reads what a process writes to one of its pipes, while it runs, and never blocks a thread for it.</summary>
/// <param name="pipe">The end that is read, which the pump disposes of.</param>
/// <param name="take">Is given all that is read, one piece after the other.</param>
internal sealed class OutputPump(Stream pipe, Func<ReadOnlyMemory<byte>, ValueTask> take)
{
    private const int BufferSize = 32 * 1024;

    // The most that a pipe holds on Linux unless an administrator has raised it.
    private const int LargestPipe = 1024 * 1024;

    /// <summary>Reads until all who can write have closed the pipe, or until it is stopped. What was written by then has been
    /// taken, whoever may still write.</summary>
    /// <param name="stop">Says that only what has been written already matters.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            if (await ReadToEndAsync(buffer, stop).ConfigureAwait(false) || await ReadWhatIsThereAsync(buffer).ConfigureAwait(false))
                await pipe.DisposeAsync().ConfigureAwait(false);
            else
                _ = DiscardAsync();
        }
        catch (Exception)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<bool> ReadToEndAsync(byte[] buffer, CancellationToken stop)
    {
        try
        {
            while (await pipe.ReadAsync(buffer, stop).ConfigureAwait(false) is > 0 and var count)
                await take(buffer.AsMemory(0, count)).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    // What comes after as much as a pipe holds at most was written later.
    private async Task<bool> ReadWhatIsThereAsync(byte[] buffer)
    {
        for (var total = 0; total < LargestPipe && PipeContent.IsThere(pipe);)
        {
            var count = await pipe.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false);
            if (count == 0)
                return true;
            await take(buffer.AsMemory(0, count)).ConfigureAwait(false);
            total += count;
        }

        return false;
    }

    // Closing the pipe would end whoever still writes to it, and not reading it would make them wait.
    private async Task DiscardAsync()
    {
        try
        {
            await using (pipe.ConfigureAwait(false))
                await pipe.CopyToAsync(Stream.Null, 4096, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }
    }
}
