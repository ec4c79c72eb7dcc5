namespace PlanDsl;

/// <summary>A file that this process has open, and by which it is seen whether its path still leads there: a system that lets an open file be
/// deleted, moved or replaced has everything that is written go on into the old one.</summary>
/// <param name="path">The file, which is open by now.</param>
internal sealed class OpenedFile(string path)
{
    private readonly FileIdentity? _identity = FileIdentity.Of(path);

    /// <summary>Whether the path leads to the file; also where that cannot be found out.</summary>
    public bool IsThere => _identity is { } known ? FileIdentity.Of(path) is not { } now || now == known : File.Exists(path);
}
