namespace PlanDsl;

/// <summary>What becomes of the output of one pipe: the tail that is kept, the value that it may be, and the copy that somebody wants.</summary>
/// <param name="copy">Receives every byte, if there is one.</param>
/// <param name="json">Keeps the value, if one is asked for.</param>
/// <param name="onFault">Called when the copy has thrown: nothing more is written to it.</param>
internal sealed class CommandOutput(Stream? copy, JsonCapture? json, Action onFault)
{
    private readonly OutputTail _tail = new();

    /// <summary>What the copy has thrown.</summary>
    public Exception? Fault { get; private set; }

    public string Tail => _tail.ToString();

    /// <summary>Whether more was written before <see cref="Tail"/>.</summary>
    public bool IsCut => _tail.IsCut;

    public async ValueTask TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        _tail.Append(bytes.Span);
        json?.Append(bytes.Span);
        if (copy is null || Fault is not null)
            return;
        try
        {
            await copy.WriteAsync(bytes).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // The pipe is read on, or the process could not end.
            Fault = fault;
            onFault();
        }
    }
}
