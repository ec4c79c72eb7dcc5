using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A plan file that has been read, once: what is a pipe cannot be read again.</summary>
/// <param name="Path">The file, as whoever loaded it calls it.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record LoadedFile(string Path, string Text)
{
    /// <summary>What was read.</summary>
    public PlanFile File { get; } = PlanFileReader.Read(Text, Path);
}
