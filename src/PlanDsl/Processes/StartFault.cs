using System.ComponentModel;

namespace PlanDsl;

/// <summary>Why the system has not started a program that was found.</summary>
internal static class StartFault
{
    // Of Linux and macOS alike.
    private const int NoSuchFile = 2;
    private const int TooLong = 7;
    private const int NoExecutable = 8;
    private const int NoAccess = 13;

    public static Exception Of(Win32Exception fault, string program, string workingDirectory)
    {
        var about = $"Command '{program}' could not be started (working directory '{workingDirectory}')";
        return OperatingSystem.IsWindows() ? Other(fault, about) : fault.NativeErrorCode switch
        {
            NoSuchFile => new NotFoundException($"{about}: the interpreter that it needs does not exist. Correct its first line (#!), or install what that names.", fault),
            NoAccess => new UnauthorizedAccessException($"{about}: access to it or to the directory is denied. Allow it, or run it as another user.", fault),
            NoExecutable => new InvalidOperationException($"{about}: it is neither a program for this machine nor a script with an interpreter in its first line (#!).", fault),
            TooLong => new InvalidOperationException($"{about}: its arguments and environment are too long for the system. Hand long values over in a file.", fault),
            _ => Other(fault, about),
        };
    }

    private static InvalidOperationException Other(Win32Exception fault, string about) => new($"{about}: {fault.Message}", fault);
}
