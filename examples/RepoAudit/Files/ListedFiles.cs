namespace RepoAudit;

/// <summary>Turns git's list into files. Symbolic links, submodules and files deleted since the last commit are left out.</summary>
internal static class ListedFiles
{
    public static IEnumerable<SourceFile> In(
        DirectoryInfo root, GitFiles listed, List<UnreadablePath> unreadable, CancellationToken ct)
    {
        foreach (var path in listed.Paths)
        {
            ct.ThrowIfCancellationRequested();
            var file = new FileInfo(Path.Combine(root.FullName, path));
            if (SourceFile.Measure(file, path, unreadable) is { } found)
                yield return found;
        }
    }
}
