namespace RepoAudit;

/// <summary>A file of the tree. The path is relative to the root, with forward slashes.</summary>
public sealed record SourceFile(string Path, long Bytes)
{
    /// <summary>Measures a file; null for what is no file of the tree's own: a symbolic link, or a file that could not be
    /// looked at, which is then noted in <paramref name="unreadable"/> unless it simply is not there.</summary>
    internal static SourceFile? Measure(FileInfo file, string path, List<UnreadablePath> unreadable)
    {
        try
        {
            var bytes = file.Length;
            return file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? null : new SourceFile(path, bytes);
        }
        catch (Exception e) when ((e is FileNotFoundException or DirectoryNotFoundException) && !UnreadablePath.HasLostName(path))
        {
            return null;
        }
        catch (Exception e) when (UnreadablePath.IsCause(e))
        {
            unreadable.Add(UnreadablePath.From(path, e));
            return null;
        }
    }
}
