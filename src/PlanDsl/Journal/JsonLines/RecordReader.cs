using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Reads the events of a record, each checked.</summary>
internal static class RecordReader
{
    /// <summary>The events, with the place in the file where each ends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="runId">The run whose events they should be.</param>
    /// <param name="after">The number of the event behind which to begin. Of those before, only the checksums are verified.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<(PlanEvent Happened, long End)> ReadAsync(string path, string runId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var file = new RecordFile(path);
        while (await file.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!JsonLine.IsWhole(line.Span))
                throw Broken(runId, file.Line, file.Place);
            if (file.Line > after)
                yield return (RecordDecoder.Decode(line.Span, runId, file.Line, file.Place), file.Position);
        }
    }

    /// <summary>The first and the last event; <see langword="null"/> if there is none.</summary>
    public static async ValueTask<(PlanEvent First, PlanEvent Last)?> ReadEndsAsync(string path, CancellationToken cancellationToken)
    {
        using var file = new RecordFile(path);
        if (await file.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } line)
            return null;
        var first = Decode(line.Span, path);
        var last = await file.ReadLastAsync(cancellationToken).ConfigureAwait(false) is { } lastLine ? Decode(lastLine.Span, path) : first;
        return (first, last);
    }

    private static PlanEvent Decode(ReadOnlySpan<byte> line, string path) => JsonLine.IsWhole(line)
        ? RecordDecoder.Decode(line)
        : throw new JournalException($"{path} has a line that is not what was written. Restore the file from a copy.");

    private static JournalCorruptException Broken(string runId, long sequence, string place) =>
        new(runId, sequence, place, "its checksum is not that of what it says");
}
