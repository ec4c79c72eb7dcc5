namespace RepoAudit;

/// <summary>What one reading of a file told. A binary file has no lines.</summary>
public sealed record TextFile(string Path, long Bytes, int Lines, bool IsBinary);
