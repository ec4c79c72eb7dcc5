namespace RepoAudit;

public sealed record DuplicateGroup(long Bytes, IReadOnlyList<string> Paths)
{
    public long WastedBytes => Bytes * (Paths.Count - 1);
}
