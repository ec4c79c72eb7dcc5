namespace RepoAudit;

/// <summary>A section that is one table. A column whose title begins with # holds numbers.</summary>
internal static class Table
{
    /// <param name="rows">The rows; null where only git could have told.</param>
    /// <param name="more">How many there are beyond those.</param>
    public static void Write<T>(Html html, string title, IReadOnlyList<T>? rows, string[] columns, Action<T> writeCells, int more = 0)
    {
        html.Write($"""
            <section>
            <h2>{title}</h2>

            """);
        if (rows is not { Count: > 0 })
        {
            html.Write($"""
                <p class="quiet">{(rows is null ? "No git history." : "None.")}</p>
                </section>

                """);
            return;
        }

        html.Write($"""<div class="scroll"><table><thead><tr>""");
        foreach (var column in columns)
            html.Write($"""<th class="{(column.StartsWith('#') ? "number" : "")}">{column.TrimStart('#')}</th>""");

        html.Write($"</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Write($"<tr>");
            writeCells(row);
            html.Write($"</tr>\n");
        }

        html.Write($"""
            </tbody></table></div>

            """);
        WriteMore(html, more);
        html.Write($"</section>\n");
    }

    public static void WriteMore(Html html, int count)
    {
        if (count > 0)
        {
            html.Write($"""
                <p class="quiet">… and {count:N0} more.</p>

                """);
        }
    }
}
