namespace RepoAudit;

/// <summary>Saves the page as <c>audit.html</c> in the current directory.</summary>
internal static class AuditFile
{
    public static bool TrySave(AuditReport report, RunTimeline timeline)
    {
        var path = Path.GetFullPath("audit.html");
        try
        {
            using var output = new StreamWriter(path);
            AuditPage.Write(output, report, timeline, DateTimeOffset.UtcNow);
        }
        catch (Exception e) when (UnreadablePath.IsCause(e))
        {
            Console.Error.WriteLine($"RepoAudit: {path} could not be written: {e.Message}");
            return false;
        }

        Style.OfConsole.WriteLine(Console.Out, $"The audit is in {path}");
        return true;
    }
}
