using System.Security;

namespace PlanDsl;

/// <summary>What the system says of files, and what to do about it.</summary>
internal static class FileFaults
{
    private const string FreeSpace = "Free space there, then resume the run.";

    /// <summary>Whether an exception is what the system says of a file.</summary>
    public static bool IsOne(Exception fault) => fault is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException;

    /// <summary>Whether somebody else has the file open and does not share it.</summary>
    public static bool IsHeld(IOException fault) => OperatingSystem.IsWindows()
        ? (fault.HResult & 0xffff) is 32 or 33
        : fault.HResult is 11 or 35;

    public static string RemedyOf(Exception fault) => fault switch
    {
        UnauthorizedAccessException or SecurityException => "Give this user the right to write there, or keep the journal elsewhere.",
        // So the runtime calls a file that may not grow any further.
        ArgumentOutOfRangeException => FreeSpace,
        DirectoryNotFoundException or FileNotFoundException => "Create the directory, or correct the path.",
        IOException when OperatingSystem.IsWindows() && (fault.HResult & 0xffff) is 112 or 39 => FreeSpace,
        IOException when !OperatingSystem.IsWindows() && fault.HResult is 27 or 28 or 69 or 122 => FreeSpace,
        IOException when !OperatingSystem.IsWindows() && fault.HResult is 30 => "Its file system can only be read: keep the journal elsewhere.",
        _ => "Mend that, then resume the run.",
    };
}
