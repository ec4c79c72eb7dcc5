namespace PlanDsl;

/// <summary>The lines of a record that have an end. A last one without was being written when its process died, or is being written at this
/// moment, and is none.</summary>
/// <param name="path">The file.</param>
internal sealed class RecordFile(string path) : IDisposable
{
    private const int BlockLength = 64 * 1_024;

    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
    private byte[] _block = new byte[BlockLength];
    private int _begin;
    private int _end;

    /// <summary>Where the last line that was read ends.</summary>
    public long Position { get; private set; }

    /// <summary>The number of that line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>That line, as messages name it.</summary>
    public string Place => FormattableString.Invariant($"{path}, line {Line}");

    /// <summary>Reads a line, without its end, until the next is read; <see langword="null"/> if none follows.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var rest = _block.AsMemory(_begin, _end - _begin);
            var found = rest.Span[searched..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = rest[..(searched + found)];
                _begin += line.Length + 1;
                Position += line.Length + 1;
                Line++;
                return line;
            }

            searched = rest.Length;
            MakeRoom();
            var count = await _file.ReadAsync(_block.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return null;
            _end += count;
        }
    }

    /// <summary>Reads the last line, wherever that is; <see langword="null"/> if there is none.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadLastAsync(CancellationToken cancellationToken)
    {
        for (long length = BlockLength; ; length *= 8)
        {
            var from = Math.Max(0, _file.Length - length);
            var tail = new byte[_file.Length - from];
            var count = await ReadAsync(from, tail, cancellationToken).ConfigureAwait(false);
            var end = tail.AsSpan(0, count).LastIndexOf((byte)'\n');
            var begin = end < 0 ? -1 : tail.AsSpan(0, end).LastIndexOf((byte)'\n');
            if (begin >= 0 || from == 0)
                return end < 0 ? null : tail.AsMemory(begin + 1, end - begin - 1);
        }
    }

    public void Dispose() => _file.Dispose();

    private async ValueTask<int> ReadAsync(long from, byte[] bytes, CancellationToken cancellationToken)
    {
        var count = 0;
        while (count < bytes.Length)
        {
            var read = await RandomAccess.ReadAsync(_file.SafeFileHandle, bytes.AsMemory(count), from + count, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                break;
            count += read;
        }

        return count;
    }

    private void MakeRoom()
    {
        if (_begin > 0)
        {
            _block.AsSpan(_begin, _end - _begin).CopyTo(_block);
            _end -= _begin;
            _begin = 0;
        }

        if (_end == _block.Length)
            Array.Resize(ref _block, _block.Length * 2);
    }
}
