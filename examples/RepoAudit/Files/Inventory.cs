namespace RepoAudit;

/// <summary>The files of the tree, in the order of their paths.</summary>
public sealed record Inventory(
    DirectoryInfo Root,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<UnreadablePath> Unreadable)
{
    public const int MostLargest = 15;

    public long Bytes => Files.Sum(file => file.Bytes);

    /// <summary>Takes the files that git lists, else (no repository, or an ignored corner of one) those found by walking.</summary>
    public static Task<Inventory> TakeAsync(DirectoryInfo root, GitFiles? listed, CancellationToken ct) => Task.Run(
        () =>
        {
            var unreadable = new List<UnreadablePath>();
            var files = listed is { Paths.Count: > 0 }
                ? ListedFiles.In(root, listed, unreadable, ct)
                : TreeWalk.In(root, unreadable, ct);
            // Names that are not UTF-8 may look like another file's.
            var distinct = files.DistinctBy(file => file.Path, StringComparer.Ordinal);
            return new Inventory(root, [.. distinct.OrderBy(file => file.Path, StringComparer.Ordinal)], unreadable);
        },
        ct);

    public IReadOnlyList<SourceFile> Largest() =>
        [.. Files.OrderByDescending(file => file.Bytes).ThenBy(file => file.Path, StringComparer.Ordinal).Take(MostLargest)];

    public string FullPath(SourceFile file) => Path.Combine(Root.FullName, file.Path);

    /// <summary>The files right in the root, where licence and README are looked for.</summary>
    public IEnumerable<SourceFile> TopLevel() => Files.Where(file => !file.Path.Contains('/', StringComparison.Ordinal));
}
