namespace PlanDsl.Cli;

/// <summary>Reads the text of plan files.</summary>
internal static class PlanSource
{
    /// <summary>The text of the file at <paramref name="path"/>.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new UsageException($"'{path}' is a directory; name a plan file in it.");
            return PlanFileText.ReadText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"'{path}' does not exist; paths are relative to {Environment.CurrentDirectory}.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' may not be read by this user.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' cannot be read: {exception.Message}");
        }
    }
}
