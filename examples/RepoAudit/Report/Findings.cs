namespace RepoAudit;

/// <summary>The tables, the longest of which are cut: a page of 50,000 rows helps nobody.</summary>
internal static class Findings
{
    private const int MostGroups = 15;
    private const int MostCopies = 4;
    private const int MostUnreadable = 50;

    public static void Write(Html html, AuditReport report)
    {
        WriteLanguages(html, report.Languages);
        html.Write($"""<div class="pair">""");
        WriteChanges(html, report.Changes);
        WriteHotspots(html, report.Hotspots);
        html.Write($"</div>\n");
        WriteLargest(html, report.Largest);
        WriteDuplicates(html, report.Duplicates);
        WriteNotes(html, report.Notes);
        WriteUnreadable(html, report.Unreadable);
    }

    private static void WriteLanguages(Html html, LanguageTable languages)
    {
        var most = Math.Max(1, languages.Rows.Select(row => row.Lines).DefaultIfEmpty().Max());
        Table.Write(html, "Languages", languages.Rows, ["Language", "#Files", "#Lines", "#Bytes", ""], row => html.Write($"""
            <td>{row.Language}</td><td class="number">{row.Files:N0}</td><td class="number">{row.Lines:N0}</td>
            <td class="number">{Quantity.OfBytes(row.Bytes)}</td>
            <td class="share"><i style="width:{100.0 * row.Lines / most:0.#}%"></i></td>
            """));
    }

    private static void WriteChanges(Html html, FileChanges? changes) =>
        Table.Write(html, "Most changed", changes?.Files.Take(Inventory.MostLargest).ToArray(), ["File", "#Commits"], file => html.Write(
            $"""<td class="path">{file.Path}</td><td class="number">{file.Changes:N0}</td>"""));

    private static void WriteHotspots(Html html, IReadOnlyList<Hotspot>? hotspots) =>
        Table.Write(html, "Hotspots: long and often changed", hotspots, ["File", "#Commits", "#Lines"], spot => html.Write($"""
            <td class="path">{spot.Path}</td><td class="number">{spot.Changes:N0}</td><td class="number">{spot.Lines:N0}</td>
            """));

    private static void WriteLargest(Html html, IReadOnlyList<SourceFile> largest) =>
        Table.Write(html, "Largest files", largest, ["File", "#Size"], file => html.Write(
            $"""<td class="path">{file.Path}</td><td class="number">{Quantity.OfBytes(file.Bytes)}</td>"""));

    private static void WriteDuplicates(Html html, Duplicates duplicates)
    {
        var shown = duplicates.Groups.Take(MostGroups).ToArray();
        Table.Write(html, "Identical files", shown, ["Files", "#Size", "#Wasted"], WriteGroup, duplicates.Groups.Count - shown.Length);

        void WriteGroup(DuplicateGroup group)
        {
            html.Write($"""<td class="path">""");
            foreach (var path in group.Paths.Take(MostCopies))
                html.Write($"<div>{path}</div>");

            Table.WriteMore(html, group.Paths.Count - MostCopies);
            html.Write($"""
                </td><td class="number">{Quantity.OfBytes(group.Bytes)}</td>
                <td class="number">{Quantity.OfBytes(group.WastedBytes)}</td>
                """);
        }
    }

    private static void WriteNotes(Html html, NoteRanking notes) =>
        Table.Write(html, "Left to do", notes.First, ["Where", "What"], note => html.Write($"""
            <td class="path">{note.Path}<span class="quiet">:{note.Line:0}</span></td>
            <td><b class="marker">{note.Marker}</b> {note.Text}</td>
            """), notes.Total - notes.First.Count);

    private static void WriteUnreadable(Html html, IReadOnlyList<UnreadablePath> unreadable)
    {
        if (unreadable.Count > 0)
        {
            Table.Write(html, "Not readable", unreadable.Take(MostUnreadable).ToArray(), ["Path", "Why"], path => html.Write(
                $"""<td class="path">{path.Path}</td><td>{path.Reason}</td>"""), unreadable.Count - MostUnreadable);
        }
    }
}
