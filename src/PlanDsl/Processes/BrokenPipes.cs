using System.Runtime.InteropServices;

namespace PlanDsl;

/// <summary>The signal that ends a process which writes to a pipe that nobody reads any more. The .NET runtime ignores it, and what is
/// ignored stays so in every process that is started: <c>yes | head</c> would complain, and a loop that writes would go on for good.
/// A signal that is handled is back to its default there.</summary>
internal static class BrokenPipes
{
    private const int SigPipe = 13;

    private static readonly Lock Gate = new();
    private static volatile bool IsHandled;

    /// <summary>Sees to it that processes which are started from now on end by the signal, as they do when a shell starts them.</summary>
    public static void EndChildren()
    {
        if (IsHandled || !OperatingSystem.IsLinux())
            return;
        lock (Gate)
        {
            if (IsHandled)
                return;
            // The runtime sets its own signal handling up late, and would ignore the signal again.
            PosixSignalRegistration.Create((PosixSignal)SigPipe, static context => context.Cancel = true).Dispose();
            // A handler has to be native code that does nothing; a function that returns its argument's absolute value does.
            _ = SetHandler(SigPipe, NativeLibrary.GetExport(NativeLibrary.Load("libc", typeof(BrokenPipes).Assembly, searchPath: null), "abs"));
            IsHandled = true;
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint SetHandler(int signal, nint handler);
}
