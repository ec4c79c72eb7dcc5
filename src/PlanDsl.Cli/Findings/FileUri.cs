namespace PlanDsl.Cli;

/// <summary>Paths as references of URIs.</summary>
/// <param name="Uri">The reference.</param>
/// <param name="IsRelative">Whether it is relative to <see cref="Root"/>.</param>
internal readonly record struct FileUri(string Uri, bool IsRelative)
{
    /// <summary>The directory that relative references go out from: that in which the tool was called.</summary>
    public static string Root => RootOf(Environment.CurrentDirectory);

    /// <summary>The reference to a directory, below which others can be.</summary>
    public static string RootOf(string directory) =>
        new Uri(Path.EndsInDirectorySeparator(directory) ? directory : directory + Path.DirectorySeparatorChar).AbsoluteUri;

    /// <summary>The reference to a file: relative if it is below the root, as what reads it is mostly on another machine.</summary>
    public static FileUri Of(string path)
    {
        var full = Path.GetFullPath(path);
        var segments = Path.GetRelativePath(Environment.CurrentDirectory, full).Split(Path.DirectorySeparatorChar);
        return segments[0] is ".." || Path.IsPathRooted(segments[0]) || segments[0].Length == 0
            ? new(new Uri(full).AbsoluteUri, IsRelative: false)
            : new(string.Join('/', segments.Select(System.Uri.EscapeDataString)), IsRelative: true);
    }
}
