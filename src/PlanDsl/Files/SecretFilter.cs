namespace PlanDsl;

/// <summary>Takes secrets out of bytes that come piece by piece, wherever a piece ends: what may be the beginning of a secret is held back until
/// it is known. Not thread-safe.</summary>
/// <param name="secrets">The secrets as bytes, the longest first; none of them empty.</param>
internal sealed class SecretFilter(byte[][] secrets)
{
    private static ReadOnlySpan<byte> Mask => "***"u8;

    // What is held back, followed by what has come; and what is let through, which the next call overwrites.
    private byte[] _held = [];
    private readonly List<byte> _passed = [];

    /// <summary>What is let through of all that has come by now. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Pass(ReadOnlySpan<byte> bytes) => Pass([.. _held, .. bytes], isLast: false);

    /// <summary>What is left when nothing comes any more.</summary>
    public ReadOnlySpan<byte> End() => Pass(_held, isLast: true);

    private ReadOnlySpan<byte> Pass(byte[] bytes, bool isLast)
    {
        _passed.Clear();
        var known = isLast ? bytes.Length : StartOfOpen(bytes);
        var from = 0;
        while (from < known)
        {
            var (at, length) = FindNext(bytes.AsSpan(from));
            if (length == 0 || from + at >= known)
                break;
            _passed.AddRange(bytes.AsSpan(from, at));
            _passed.AddRange(Mask);
            from += at + length;
        }

        if (from < known)
            _passed.AddRange(bytes.AsSpan(from, known - from));
        _held = bytes[Math.Max(from, known)..];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_passed);
    }

    // The first that begins soonest, and of those the longest.
    private (int At, int Length) FindNext(ReadOnlySpan<byte> bytes)
    {
        var (at, length) = (bytes.Length, 0);
        foreach (var secret in secrets)
        {
            var found = bytes[..Math.Min(bytes.Length, at + secret.Length)].IndexOf(secret);
            if (found >= 0 && found < at)
                (at, length) = (found, secret.Length);
        }

        return (at, length);
    }

    // Where the last bytes begin that may turn out to be a secret, or to be a longer one than they are.
    private int StartOfOpen(ReadOnlySpan<byte> bytes)
    {
        for (var start = Math.Max(0, bytes.Length - secrets[0].Length + 1); start < bytes.Length; start++)
        {
            var rest = bytes[start..];
            foreach (var secret in secrets)
            {
                if (secret.Length > rest.Length && secret.AsSpan().StartsWith(rest))
                    return start;
            }
        }

        return bytes.Length;
    }
}
