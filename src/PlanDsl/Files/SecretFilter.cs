namespace PlanDsl;

/// <summary>Takes secrets out of bytes that come piece by piece, wherever a piece ends: what may be the beginning of a secret is held back until
/// it is known. Not thread-safe.</summary>
/// <param name="secrets">Finds the secrets.</param>
internal sealed class SecretFilter(SecretFinder<byte> secrets)
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
        var from = 0;
        var found = secrets.Find(bytes, isLast, out var known);
        foreach (var secret in found)
        {
            _passed.AddRange(bytes.AsSpan(from, secret.Start - from));
            _passed.AddRange(Mask);
            from = secret.End;
        }

        _passed.AddRange(bytes.AsSpan(from, known - from));
        _held = bytes[known..];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_passed);
    }
}
