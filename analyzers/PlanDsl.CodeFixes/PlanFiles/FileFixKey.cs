namespace PlanDsl.CodeFixes;

/// <summary>The equivalence keys of fixes in plan files. Whoever asks to fix all in a document says of an additional one only this key, so
/// that it has to say which document that is.</summary>
internal static class FileFixKey
{
    private const char Separator = '|';

    public static string Of(Fix fix, PlanFileDocument file) => fix.EquivalenceKey + Separator + file.Path;

    /// <summary>What the same remedy has in common in all files, and the file.</summary>
    public static (string Remedy, string Path) Split(string key) =>
        key.IndexOf(Separator) is >= 0 and var end ? (key.Substring(0, end), key.Substring(end + 1)) : (key, "");
}
