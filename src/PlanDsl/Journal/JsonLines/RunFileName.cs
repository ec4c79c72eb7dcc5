using System.Globalization;
using System.Text;

namespace PlanDsl;

/// <summary>The name of a run's files: its id, with what a file system may not take spelled by its code.</summary>
internal static class RunFileName
{
    // Of the 255 that most file systems take, some are for what follows.
    private const int MaxLength = 180;

    public static string Of(string runId)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var name = new StringBuilder(runId.Length);
        foreach (var part in Encoding.UTF8.GetBytes(runId))
        {
            if (char.IsAsciiLetterOrDigit((char)part) || part is (byte)'-' or (byte)'_')
                name.Append((char)part);
            else
                name.Append(CultureInfo.InvariantCulture, $"%{part:x2}");
        }

        // The record says which run it is, and one that shares its first letters and its checksum is refused by that.
        return name.Length <= MaxLength
            ? name.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{name.ToString(0, MaxLength - 9)}~{Checksum.Of(Encoding.UTF8.GetBytes(runId)):x8}");
    }

    /// <summary>The id of the run whose file has a name, for a person.</summary>
    public static string RunIdOf(string name) => Uri.UnescapeDataString(name);
}
