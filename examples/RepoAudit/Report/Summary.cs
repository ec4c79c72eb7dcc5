namespace RepoAudit;

/// <summary>The top of the page: figures and verdict.</summary>
internal static class Summary
{
    public static void Write(Html html, AuditReport report)
    {
        html.Write($"""<section class="tiles">""");
        Tile(html, Quantity.Of(report.Inventory.Files.Count), "files");
        Tile(html, Quantity.Of(report.Texts.Lines), "lines of text");
        Tile(html, Quantity.OfBytes(report.Inventory.Bytes), "in all");
        Tile(html, Quantity.Of(report.Notes.Total), "notes to do");
        Tile(html, Quantity.OfBytes(report.Duplicates.WastedBytes), "duplicated");
        if (report.History is { } history)
        {
            Tile(html, $"{(history.IsTruncated ? "≥ " : "")}{Quantity.Of(history.Commits)}", "commits");
            Tile(html, Quantity.Of(history.Authors), history.Authors == 1 ? "author" : "authors");
        }

        html.Write($"""
            </section>
            <section>
            <h2>Verdict</h2>
            <ul class="verdict">

            """);
        foreach (var remark in report.Verdict)
        {
            html.Write($"""
                <li class="{Class(remark.Gravity)}"><b>{remark.Gravity:G}</b> <span>{remark.Text}</span></li>

                """);
        }

        html.Write($"""
            </ul>
            </section>

            """);
    }

    private static void Tile(Html html, string figure, string what) =>
        html.Write($"""<div class="tile"><b>{figure}</b><span>{what}</span></div>""");

    private static string Class(Gravity gravity) => gravity switch
    {
        Gravity.Good => "good",
        Gravity.Notice => "notice",
        _ => "problem",
    };
}
