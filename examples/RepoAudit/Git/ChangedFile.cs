namespace RepoAudit;

public sealed record ChangedFile(string Path, long Bytes, int Changes);
