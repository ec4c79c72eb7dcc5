namespace RepoAudit;

/// <summary>The files that git knows or would add, with paths relative to the audited directory.</summary>
public sealed record GitFiles(IReadOnlyList<string> Paths);
