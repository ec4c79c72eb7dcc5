using System.Buffers;

namespace RepoAudit;

/// <summary>Reads one file from front to back through one buffer, whatever its size.</summary>
internal static class FileReading
{
    private const int BufferSize = 64 * 1024;
    private const int BinarySniff = 8_000;

    /// <summary>Counts lines and finds notes. As for git, a NUL near the front makes a file binary.</summary>
    public static TextFile Read(Inventory inventory, SourceFile file, Action<Note> found, CancellationToken ct)
    {
        // Never open what is empty: there is nothing to read, and pipes and devices, which also say 0, would keep us waiting.
        if (file.Bytes == 0)
            return new TextFile(file.Path, 0, 0, IsBinary: false);

        using var handle = File.OpenHandle(
            inventory.FullPath(file), share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var lines = 0;
            var held = 0;
            var endsInsideLine = false;
            for (long offset = 0; ;)
            {
                ct.ThrowIfCancellationRequested();
                var read = RandomAccess.Read(handle, buffer.AsSpan(held), offset);
                if (offset == 0 && buffer.AsSpan(0, Math.Min(read, BinarySniff)).Contains((byte)0))
                    return new TextFile(file.Path, file.Bytes, 0, IsBinary: true);

                offset += read;
                var filled = buffer.AsSpan(0, held + read);
                var whole = WholeLines(filled, isLast: read == 0, isFull: filled.Length == buffer.Length);
                NoteFinder.Find(filled[..whole], file.Path, lines + 1, found);
                lines += filled[..whole].Count((byte)'\n');
                endsInsideLine = whole > 0 ? filled[whole - 1] != '\n' : endsInsideLine;
                if (read == 0)
                    return new TextFile(file.Path, file.Bytes, endsInsideLine ? lines + 1 : lines, IsBinary: false);

                filled[whole..].CopyTo(buffer);
                held = filled.Length - whole;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A line longer than the buffer is taken in pieces.
    private static int WholeLines(ReadOnlySpan<byte> filled, bool isLast, bool isFull) =>
        isLast ? filled.Length
        : filled.LastIndexOf((byte)'\n') is >= 0 and var newline ? newline + 1
        : isFull ? filled.Length
        : 0;
}
