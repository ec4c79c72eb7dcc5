namespace ReleaseNotes.Commits;

/// <summary>The notes of a release.</summary>
/// <param name="Text">They, in Markdown.</param>
/// <param name="Changes">How many commits they tell of.</param>
/// <param name="IsBreaking">Whether users have to change something.</param>
/// <param name="IsMajor">Whether the version says so.</param>
public sealed record Notes(string Text, int Changes, bool IsBreaking, bool IsMajor);
