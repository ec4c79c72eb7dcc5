using System.Reflection;

namespace RepoAudit;

/// <summary>The audit as one HTML page that needs nothing beside it.</summary>
public static class AuditPage
{
    public static void Write(TextWriter output, AuditReport report, RunTimeline timeline, DateTimeOffset at)
    {
        var html = new Html(output);
        var name = report.Inventory.Root.Name;
        html.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Audit of {name}</title>
            <style>

            """);
        html.WriteMarkup(StyleSheet());
        html.Write($"""
            </style>
            </head>
            <body>
            <header>
            <h1>Audit of <span class="name">{name}</span></h1>
            <p class="quiet">{report.Inventory.Root.FullName} · {at:yyyy-MM-dd HH:mm} UTC ·
            <a href="#run">{timeline.Steps.Count:N0} steps in {Quantity.Of(timeline.Duration)}</a></p>
            </header>
            <main>

            """);
        Summary.Write(html, report);
        Findings.Write(html, report);
        TimelineSection.Write(html, timeline);
        html.Write($"""
            </main>
            <footer class="quiet">Written by RepoAudit, an example of PlanDsl.</footer>
            </body>
            </html>

            """);
    }

    private static string StyleSheet()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("audit.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
