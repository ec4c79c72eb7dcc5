namespace RepoAudit;

/// <summary>What the log tells: how much was committed, by how many, and how often each path was changed.</summary>
public sealed record History(
    int Commits,
    int Authors,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyDictionary<string, int> ChangesByPath)
{
    /// <summary>Whether there may be older commits, which were not read.</summary>
    public bool IsTruncated => Commits >= GitClient.MostCommits;

    /// <summary>The history of the files that still exist.</summary>
    public FileChanges ChangesOf(Inventory inventory) => FileChanges.Of(this, inventory);
}
