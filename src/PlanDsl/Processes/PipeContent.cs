using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace PlanDsl;

/// <summary>Tells whether a read from a pipe would find something.</summary>
internal static class PipeContent
{
    private const short PollIn = 1;

    /// <summary>Whether there is something to read, or the pipe is at its end.</summary>
    public static bool IsThere(Stream pipe)
    {
        SafeHandle handle = pipe is PipeStream stream ? stream.SafePipeHandle : ((FileStream)pipe).SafeFileHandle;
        var isHeld = false;
        try
        {
            handle.DangerousAddRef(ref isHeld);
            return OperatingSystem.IsWindows() ? IsThereOnWindows(handle.DangerousGetHandle()) : IsThereOnUnix((int)handle.DangerousGetHandle());
        }
        finally
        {
            if (isHeld)
                handle.DangerousRelease();
        }
    }

    // At its end a pipe cannot be looked into.
    private static bool IsThereOnWindows(nint handle) => PeekNamedPipe(handle, 0, 0, 0, out var count, 0) == 0 || count > 0;

    private static bool IsThereOnUnix(int descriptor)
    {
        var polled = new Polled { Descriptor = descriptor, Events = PollIn };
        return Poll(ref polled, 1, 0) != 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref Polled polled, nuint count, int timeout);

    [DllImport("kernel32", EntryPoint = "PeekNamedPipe")]
    private static extern int PeekNamedPipe(nint handle, nint buffer, int size, nint read, out int count, nint left);

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
