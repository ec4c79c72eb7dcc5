namespace ReleaseNotes.Commits;

/// <summary>What a commit changes, in the order in which readers want to know it.</summary>
public enum ChangeKind
{
    /// <summary>Something that users have to follow.</summary>
    Breaking,

    /// <summary>Something new.</summary>
    Feature,

    /// <summary>Something that was wrong.</summary>
    Fix,

    /// <summary>Everything else.</summary>
    Other,
}
