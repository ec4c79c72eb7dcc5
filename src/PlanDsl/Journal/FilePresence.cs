namespace PlanDsl;

/// <summary>Whether files are there. That a user may not look is no answer, though the runtime says then that there is nothing.</summary>
internal static class FilePresence
{
    /// <summary>Whether there is a file or a directory.</summary>
    /// <exception cref="UnauthorizedAccessException">This user may not look.</exception>
    /// <exception cref="IOException">The system cannot.</exception>
    public static bool Has(string path)
    {
        try
        {
            _ = File.GetAttributes(path);
            return true;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether there is a file that is no directory.</summary>
    /// <exception cref="UnauthorizedAccessException">This user may not look.</exception>
    /// <exception cref="IOException">The system cannot.</exception>
    public static bool HasFile(string path) => Has(path) && !Directory.Exists(path);
}
