namespace PlanDsl.Cli;

/// <summary>Paths as references of URIs.</summary>
internal static class FileUri
{
    /// <summary>The reference to a file: relative where its path is, absolute where that is.</summary>
    public static string Of(string path)
    {
        if (Path.IsPathRooted(path))
            return new Uri(Path.GetFullPath(path)).AbsoluteUri;
        var segments = path.Replace(Path.DirectorySeparatorChar, '/').Split('/');
        return string.Join('/', segments.Select(Uri.EscapeDataString));
    }
}
