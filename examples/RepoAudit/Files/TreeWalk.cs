namespace RepoAudit;

/// <summary>Finds the files of a directory tree. Symbolic links are not followed, so that no loop can catch it, and what
/// tools leave behind (<c>.git</c>, <c>bin</c>, <c>obj</c>, <c>node_modules</c>) is not entered.</summary>
internal static class TreeWalk
{
    private static readonly HashSet<string> NotEntered = new(StringComparer.Ordinal) { ".git", "bin", "obj", "node_modules" };

    public static IEnumerable<SourceFile> In(DirectoryInfo root, List<UnreadablePath> unreadable, CancellationToken ct)
    {
        var waiting = new Stack<DirectoryInfo>([root]);
        while (waiting.TryPop(out var directory))
        {
            foreach (var entry in EntriesOf(root, directory, unreadable))
            {
                ct.ThrowIfCancellationRequested();
                if (entry is DirectoryInfo child)
                {
                    if (child.LinkTarget is null && !NotEntered.Contains(child.Name))
                        waiting.Push(child);
                }
                else if (entry is FileInfo file && SourceFile.Measure(file, PathOf(root, file), unreadable) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static FileSystemInfo[] EntriesOf(DirectoryInfo root, DirectoryInfo directory, List<UnreadablePath> unreadable)
    {
        try
        {
            return directory.GetFileSystemInfos();
        }
        catch (Exception e) when (UnreadablePath.IsCause(e))
        {
            unreadable.Add(UnreadablePath.From(PathOf(root, directory), e));
            return [];
        }
    }

    private static string PathOf(DirectoryInfo root, FileSystemInfo entry) =>
        Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
