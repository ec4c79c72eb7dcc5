namespace RepoAudit;

/// <summary>Files, lines and bytes per language, most lines first.</summary>
public sealed record LanguageTable(IReadOnlyList<LanguageRow> Rows)
{
    public static LanguageTable Of(TextScan texts) => new(
    [
        .. texts.Files
            .GroupBy(file => file.IsBinary ? Language.Binary : Language.Of(file.Path), StringComparer.Ordinal)
            .Select(same => new LanguageRow(same.Key, same.Count(), same.Sum(file => (long)file.Lines), same.Sum(file => file.Bytes)))
            .OrderByDescending(row => row.Lines)
            .ThenByDescending(row => row.Bytes)
            .ThenBy(row => row.Language, StringComparer.Ordinal),
    ]);
}
