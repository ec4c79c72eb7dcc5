namespace ReleaseNotes.Commits;

/// <summary>The commits of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Commits">The commits, newest first.</param>
public sealed record Section(ChangeKind Kind, IReadOnlyList<Commit> Commits)
{
    /// <summary>What stands above them.</summary>
    public string Title => Kind switch
    {
        ChangeKind.Breaking => "What you have to change",
        ChangeKind.Feature => "What is new",
        ChangeKind.Fix => "What works now",
        _ => "And",
    };
}
