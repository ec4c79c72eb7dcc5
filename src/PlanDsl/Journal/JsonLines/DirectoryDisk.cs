using System.Runtime.InteropServices;

namespace PlanDsl;

/// <summary>Forces what directories have come to hold to the disk. A file of which the contents are there is of no use as long as its name is not.</summary>
internal static class DirectoryDisk
{
    private const int InvalidArgument = 22;

    /// <summary>Makes a directory, and those around it that are not there, so that no loss of power takes them away.</summary>
    public static void Create(string path)
    {
        var missing = new List<string>();
        for (var around = path; around is not null && !Directory.Exists(around); around = Path.GetDirectoryName(around))
            missing.Add(around);
        Directory.CreateDirectory(path);
        foreach (var made in missing)
            Flush(Path.GetDirectoryName(made)!);
    }

    /// <summary>Forces the names in a directory to the disk. Windows writes them with the files.</summary>
    /// <exception cref="IOException">The system says that it cannot.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var directory = Open(path, CloseOnExecute);
        if (directory < 0)
            throw Fault(path);
        try
        {
            // A file system that has no such thing says that this is none of what it does.
            if (Flush(directory) < 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
                throw Fault(path);
        }
        finally
        {
            _ = Close(directory);
        }
    }

    // Commands that are started meanwhile have nothing to do with it.
    private static int CloseOnExecute => OperatingSystem.IsLinux() ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0;

    private static IOException Fault(string path) =>
        new($"Directory '{path}' cannot be forced to the disk: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);
}
