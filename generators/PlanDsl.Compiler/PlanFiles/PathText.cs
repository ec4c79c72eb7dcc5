namespace PlanDsl.Compiler;

/// <summary>Paths as text: an analyzer looks at no file that it has not been handed.</summary>
internal static class PathText
{
    /// <summary>A path with slashes only, without <c>.</c> and, as far as there is something to leave, without <c>..</c>.</summary>
    public static string Normalized(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    /// <summary>The path that <paramref name="path"/> means in a directory.</summary>
    public static string In(string directory, string path) => IsRooted(path) ? Normalized(path) : Normalized(directory + "/" + path);

    /// <summary>A path as it is seen from a directory around it; the whole path where that is not around it.</summary>
    public static string Relative(string directory, string path)
    {
        var (all, start) = (Normalized(path), Normalized(directory).TrimEnd('/') + "/");
        return start.Length > 1 && all.StartsWith(start, StringComparison.Ordinal) ? all.Substring(start.Length) : all;
    }

    /// <summary>The directory of a file; the empty string where its path names none.</summary>
    public static string DirectoryOf(string path)
    {
        var all = Normalized(path);
        return all.LastIndexOf('/') is >= 0 and var end ? all.Substring(0, end) : "";
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));
}
