using System.Security;

namespace RepoAudit;

/// <summary>A file or directory that the audit could not look into, and why.</summary>
public sealed record UnreadablePath(string Path, string Reason)
{
    internal static bool IsCause(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or SecurityException;

    internal static UnreadablePath From(string path, Exception exception) => new(path, exception switch
    {
        UnauthorizedAccessException or SecurityException => "no permission",
        FileNotFoundException or DirectoryNotFoundException =>
            HasLostName(path) ? "its name is not UTF-8" : "gone since it was listed",
        PathTooLongException => "its path is too long",
        _ => "could not be read",
    });

    /// <summary>Whether the name was not UTF-8: .NET knows no way back from the replacement character to the file.</summary>
    internal static bool HasLostName(string path) => path.Contains('\uFFFD', StringComparison.Ordinal);
}
