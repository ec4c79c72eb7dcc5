namespace RepoAudit;

public sealed record Hotspot(string Path, int Changes, int Lines)
{
    public const int Most = 15;

    public long Heat => (long)Changes * Lines;
}
