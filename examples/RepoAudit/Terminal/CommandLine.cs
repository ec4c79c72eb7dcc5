using System.Diagnostics.CodeAnalysis;

namespace RepoAudit;

/// <summary>Reads the arguments: at most one, the directory to audit.</summary>
internal static class CommandLine
{
    public static bool TryParse(
        string[] args,
        [NotNullWhen(true)] out DirectoryInfo? root,
        [NotNullWhen(false)] out string? complaint)
    {
        (root, complaint) = args switch
        {
            [] => (RepositoryAround(new DirectoryInfo(Environment.CurrentDirectory)), null),
            ["" or ['-', ..], ..] or [_, _, ..] => (null, "usage: RepoAudit [DIR]"),
            [var path] when File.Exists(path) => (null, $"RepoAudit: {path} is a file, not a directory"),
            [var path] when !Directory.Exists(path) => (null, $"RepoAudit: {path} does not exist"),
            [var path] => ((DirectoryInfo?)new DirectoryInfo(path), (string?)null),
        };
        return root is not null;
    }

    /// <summary>The repository that a directory lies in, else the directory itself.</summary>
    private static DirectoryInfo RepositoryAround(DirectoryInfo directory)
    {
        for (var candidate = directory; candidate is not null; candidate = candidate.Parent)
        {
            // A file in a worktree, a directory elsewhere.
            if (Path.Exists(Path.Combine(candidate.FullName, ".git")))
                return candidate;
        }

        return directory;
    }
}
