namespace RepoAudit;

/// <summary>Something that somebody meant to come back to.</summary>
public sealed record Note(string Path, int Line, string Marker, string Text);
