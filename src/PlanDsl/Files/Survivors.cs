using System.ComponentModel;
using System.Diagnostics;

namespace PlanDsl;

/// <summary>Ends the processes of a run that have outlived the process which started them, before its steps start again.</summary>
internal static class Survivors
{
    // How soon it is looked again whether processes have ended that are nobody's children here.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Ends all that a <see cref="ProcessLog"/> tells to be running, with all that descends from them, and forgets the log.</summary>
    /// <returns>The id of a process that runs on all the same; <see langword="null"/> if none does.</returns>
    public static async Task<int?> EndAsync(string log, TimeProvider time)
    {
        if (!File.Exists(log))
            return null;
        var processes = StartedProcess.Running(await File.ReadAllLinesAsync(log).ConfigureAwait(false));
        var left = OperatingSystem.IsLinux() ? await EndTreesAsync(processes, time).ConfigureAwait(false) : Kill(processes);
        if (left is null)
            File.Delete(log);
        return left;
    }

    // As commands are ended that are cancelled: they are asked first, and have the same time for it, all of them together.
    private static async Task<int?> EndTreesAsync(IReadOnlyList<StartedProcess> processes, TimeProvider time)
    {
        var trees = new List<LinuxProcessTree>();
        foreach (var process in processes)
        {
            var tree = LinuxProcessTree.Left(process);
            if (await tree.TryTerminateLeftAsync(process.IsRunning).ConfigureAwait(false))
                trees.Add(tree);
        }

        await WaitAsync(trees, time).ConfigureAwait(false);
        foreach (var tree in trees)
            await tree.KillAsync().ConfigureAwait(false);
        await WaitAsync(trees, time).ConfigureAwait(false);
        return trees.Select(static tree => tree.FirstLeft).FirstOrDefault(static id => id is not null);
    }

    private static async Task WaitAsync(List<LinuxProcessTree> trees, TimeProvider time)
    {
        for (var start = time.GetTimestamp(); trees.Exists(static tree => tree.FirstLeft is not null) && time.GetElapsedTime(start) < CommandRunner.KillGrace;)
            await Task.Delay(Look, time).ConfigureAwait(false);
    }

    private static int? Kill(IReadOnlyList<StartedProcess> processes)
    {
        foreach (var process in processes)
        {
            if (process.IsRunning)
                Kill(process.Id);
        }

        return processes.FirstOrDefault(static process => process.IsRunning)?.Id;
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
            process.WaitForExit(CommandRunner.KillGrace);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or is another user's.
        }
    }
}
