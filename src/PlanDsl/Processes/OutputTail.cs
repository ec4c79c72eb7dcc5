using System.Text;

namespace PlanDsl;

/// <summary>The last bytes of what a process writes. Not thread-safe.</summary>
internal sealed class OutputTail
{
    /// <summary>How many bytes are kept at most: 64 KiB.</summary>
    public const int Bound = 64 * 1024;

    private byte[] _bytes = [];
    private int _length;
    private bool _isCut;

    /// <summary>Whether there was more before what is kept.</summary>
    public bool IsCut => _isCut || _length > Bound;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Bound)
        {
            bytes = bytes[^Bound..];
            _length = 0;
            _isCut = true;
        }

        // Room for twice the bound, so that bytes are moved to the front only once per bound that has been written.
        if (_length + bytes.Length > 2 * Bound)
        {
            _bytes.AsSpan(_length - Bound, Bound).CopyTo(_bytes);
            _length = Bound;
            _isCut = true;
        }

        if (_length + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Clamp(2 * (_length + bytes.Length), 256, 2 * Bound));
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>The text in UTF-8, with U+FFFD for what is none, and without one final newline.</summary>
    public override string ToString()
    {
        var start = Math.Max(0, _length - Bound);
        var bytes = _bytes.AsSpan(start, _length - start);
        if (IsCut)
            bytes = bytes[StartOfCharacter(bytes)..];
        if (bytes.EndsWith("\r\n"u8))
            bytes = bytes[..^2];
        else if (bytes.EndsWith("\n"u8))
            bytes = bytes[..^1];
        return Encoding.UTF8.GetString(bytes);
    }

    // The cut may go through a character, of which at most three bytes are left.
    private static int StartOfCharacter(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < Math.Min(3, bytes.Length) && (bytes[start] & 0xC0) == 0x80)
            start++;
        return start;
    }
}
