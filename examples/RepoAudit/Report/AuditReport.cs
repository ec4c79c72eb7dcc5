namespace RepoAudit;

/// <summary>All that the audit found; the parts that only git knows are null where it knows nothing.</summary>
public sealed record AuditReport(
    Inventory Inventory,
    TextScan Texts,
    LanguageTable Languages,
    NoteRanking Notes,
    IReadOnlyList<SourceFile> Largest,
    Duplicates Duplicates,
    IReadOnlyList<Remark> Verdict,
    History? History,
    FileChanges? Changes,
    IReadOnlyList<Hotspot>? Hotspots)
{
    public IReadOnlyList<UnreadablePath> Unreadable =>
    [
        .. Inventory.Unreadable.Concat(Texts.Unreadable)
            .DistinctBy(path => path.Path, StringComparer.Ordinal)
            .OrderBy(path => path.Path, StringComparer.Ordinal),
    ];
}
