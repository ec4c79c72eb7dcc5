using System.Globalization;

namespace PlanDsl;

/// <summary>A line of a record: an event whose last member is the checksum of what stands before it.</summary>
internal static class JsonLine
{
    private const string Member = ",\"crc\":\"";
    private const int DigitCount = 8;

    // ,"crc":"01234567"}
    private static readonly int TailLength = Member.Length + DigitCount + 2;

    /// <summary>Writes a line behind others.</summary>
    public static void Write(List<byte> lines, ReadOnlySpan<byte> json)
    {
        var body = json[..^1];
        Span<byte> digits = stackalloc byte[DigitCount];
        Checksum.Of(body).TryFormat(digits, out _, "x8", CultureInfo.InvariantCulture);
        lines.AddRange(body);
        lines.AddRange(",\"crc\":\""u8);
        lines.AddRange(digits);
        lines.AddRange("\"}\n"u8);
    }

    /// <summary>Whether a line, without its end, is what was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TailLength)
            return false;
        var body = line[..^TailLength];
        var tail = line[^TailLength..];
        return tail.StartsWith(",\"crc\":\""u8) && tail.EndsWith("\"}"u8)
            && uint.TryParse(tail.Slice(Member.Length, DigitCount), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var crc)
            && crc == Checksum.Of(body);
    }
}
