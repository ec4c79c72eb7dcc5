using System.Diagnostics;

namespace PlanDsl;

/// <summary>The process that executes a run.</summary>
/// <param name="ProcessId">Its id.</param>
/// <param name="Host">The name of the machine that it is on.</param>
public sealed record RunOwner(int ProcessId, string Host)
{
    /// <summary>This process.</summary>
    public static RunOwner Current { get; } = new(Environment.ProcessId, Environment.MachineName);

    /// <summary>Whether it is known to have ended: it was on this machine, and is not there any more.</summary>
    internal bool HasEnded => Host == Current.Host && !IsRunning(ProcessId);

    /// <summary>Such as <c>process 4711 on build-3</c>.</summary>
    public override string ToString() => $"process {ProcessId} on {Host}";

    private static bool IsRunning(int processId)
    {
        if (OperatingSystem.IsLinux())
            return LinuxProcess.Find(processId) is not null;
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
