using Microsoft.Win32.SafeHandles;

namespace PlanDsl;

/// <summary>The file of what a command writes to one of its pipes: made when something comes, without secrets, and no longer than it may be. What
/// cannot be written is left out, and marked in the place of what came last: a full disk is no reason for a command to fail. Not thread-safe.</summary>
/// <param name="path">The file, in a directory that is made with it.</param>
/// <param name="maxBytes">How many bytes are kept.</param>
/// <param name="secrets">Takes the secrets out; <see langword="null"/> where there are none.</param>
internal sealed class OutputLog(string path, long maxBytes, SecretFilter? secrets) : WriteOnlyStream
{
    private static readonly byte[] FaultMark = "\n[cut here: the rest could not be written]\n"u8.ToArray();

    private SafeFileHandle? _file;
    private long _length;
    private bool _isOver;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isOver)
            return;
        Keep(secrets is null ? buffer : secrets.Pass(buffer));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isOver && secrets is not null)
            Keep(secrets.End());
        _isOver = true;
        _file?.Dispose();
        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        try
        {
            var room = maxBytes - _length;
            Append(bytes.Length <= room ? bytes : bytes[..(int)room]);
            if (bytes.Length <= room)
                return;
            _isOver = true;
            Append(System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"\n[cut here: of more than {maxBytes} bytes the first are kept]\n")));
        }
        catch (Exception fault) when (FileFaults.IsOne(fault) || fault is ArgumentOutOfRangeException)
        {
            _isOver = true;
            MarkFault();
        }
    }

    // There may be no room for more than there is.
    private void MarkFault()
    {
        if (_file is null)
            return;
        try
        {
            RandomAccess.Write(_file, FaultMark, Math.Max(0, RandomAccess.GetLength(_file) - FaultMark.Length));
        }
        catch (Exception fault) when (FileFaults.IsOne(fault) || fault is ArgumentOutOfRangeException)
        {
            // Nothing can be written at all.
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_file is null)
        {
            PrivateDirectory.Create(Path.GetDirectoryName(path)!);
            _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }

        RandomAccess.Write(_file, bytes, _length);
        _length += bytes.Length;
    }
}
