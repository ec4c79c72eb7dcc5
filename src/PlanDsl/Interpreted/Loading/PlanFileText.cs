using System.Text;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Reads plan files from the disk.</summary>
internal static class PlanFileText
{
    private const int PartLength = 64 * 1024;

    /// <summary>Reads the text of a file. Of what is too long the beginning, which is too long as well; what has no end is read no further either.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(path);

        // Pipes and devices have no length, or none that is true.
        if (reader.BaseStream is { CanSeek: true, Length: > 0 and <= PlanFileReader.MaxBytes })
            return reader.ReadToEnd();
        var text = new StringBuilder();
        var part = new char[PartLength];
        while (text.Length <= PlanFileReader.MaxBytes && reader.Read(part, 0, part.Length) is > 0 and var length)
            text.Append(part, 0, length);
        return text.ToString();
    }
}
