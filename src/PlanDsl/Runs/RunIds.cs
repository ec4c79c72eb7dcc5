using System.Security.Cryptography;

namespace PlanDsl;

/// <summary>Makes the ids of runs: random UUIDs, in 32 digits.</summary>
/// <remarks>To ask the system for random numbers takes longer than all else that an id is made of, so it is asked once for many. What a
/// thread has got is its own, so that no number is used twice.</remarks>
internal static class RunIds
{
    private const int Length = 16;
    private const int AtOnce = 64;

    [ThreadStatic]
    private static byte[]? _random;

    [ThreadStatic]
    private static int _used;

    /// <summary>An id that no other run has.</summary>
    public static string Next()
    {
        var random = _random ??= new byte[AtOnce * Length];
        if (_used == 0)
            RandomNumberGenerator.Fill(random);
        var id = random.AsSpan(_used, Length);
        _used = (_used + Length) % random.Length;

        // Version and variant of a UUID that is random.
        id[6] = (byte)((id[6] & 0x0f) | 0x40);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return Convert.ToHexStringLower(id);
    }
}
