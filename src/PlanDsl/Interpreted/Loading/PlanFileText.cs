using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Reads plan files from the disk.</summary>
internal static class PlanFileText
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static PlanFile Read(string path)
    {
        using var reader = new StreamReader(path);
        if (reader.BaseStream is { CanSeek: true, Length: <= PlanFileReader.MaxBytes })
            return PlanFileReader.Read(reader.ReadToEnd(), path);

        // What is too long is judged by its beginning, which is too long as well.
        var beginning = new char[PlanFileReader.MaxBytes + 1];
        return PlanFileReader.Read(new(beginning, 0, reader.ReadBlock(beginning, 0, beginning.Length)), path);
    }
}
