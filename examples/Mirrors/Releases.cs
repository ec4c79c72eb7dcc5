using System.Security.Cryptography;

namespace Mirrors;

/// <summary>The releases that there are. Somebody has tampered with one of them on its way to the mirrors.</summary>
public static class Releases
{
    public const string Stable = "stable";
    public const string Tampered = "tampered";

    private const int Size = 64 * 1024;

    /// <summary>What the mirrors have.</summary>
    public static byte[] OnMirrors(string release)
    {
        var content = Original(release);
        if (release == Tampered)
            content[Size / 2] ^= 0xFF;
        return content;
    }

    /// <summary>The checksum that the makers of the release have published.</summary>
    public static string ChecksumOf(string release) => ChecksumOf(Original(release));

    public static string ChecksumOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static byte[] Original(string release)
    {
        var content = new byte[Size];
        Array.Fill(content, (byte)release.Length);
        return content;
    }
}
