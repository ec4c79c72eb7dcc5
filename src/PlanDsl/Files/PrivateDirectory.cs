namespace PlanDsl;

/// <summary>Directories that nobody but this user may look into: what commands print is seldom for all users of a machine.</summary>
internal static class PrivateDirectory
{
    /// <summary>Makes one, unless it is there.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
