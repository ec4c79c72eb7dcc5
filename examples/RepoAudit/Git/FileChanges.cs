namespace RepoAudit;

/// <summary>How often each file was changed, most often first.</summary>
public sealed record FileChanges(IReadOnlyList<ChangedFile> Files)
{
    public static FileChanges Of(History history, Inventory inventory) => new(
    [
        .. inventory.Files
            .Select(file => new ChangedFile(file.Path, file.Bytes, history.ChangesByPath.GetValueOrDefault(file.Path)))
            .Where(file => file.Changes > 0)
            .OrderByDescending(file => file.Changes)
            .ThenBy(file => file.Path, StringComparer.Ordinal),
    ]);

    /// <summary>Files that are both long and often changed, where work tends to hurt.</summary>
    public IReadOnlyList<Hotspot> HotspotsIn(TextScan texts)
    {
        var lines = texts.Files.ToDictionary(file => file.Path, file => file.Lines, StringComparer.Ordinal);
        return
        [
            .. Files
                .Where(file => file.Changes > 1)
                .Select(file => new Hotspot(file.Path, file.Changes, lines.GetValueOrDefault(file.Path)))
                .Where(spot => spot.Lines > 0)
                .OrderByDescending(spot => spot.Heat)
                .ThenBy(spot => spot.Path, StringComparer.Ordinal)
                .Take(Hotspot.Most),
        ];
    }
}
