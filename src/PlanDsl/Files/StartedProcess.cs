using System.Diagnostics;
using System.Globalization;

namespace PlanDsl;

/// <summary>A process of a run, as its <see cref="ProcessLog"/> tells of it.</summary>
/// <param name="Mark">Its <see cref="ProcessMark"/>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Start">When it was started, as <see cref="StartOf"/> spells it: ids are used again.</param>
internal sealed record StartedProcess(string Mark, int Id, string Start)
{
    private const string Unknown = "-";

    // Counts from when the system was started; so it says which start of the system, too.
    private static readonly Lazy<string> Boot = new(ReadBoot);

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => Start is not Unknown && StartOf(Id) == Start;

    /// <summary>When a process was started, in a word that no other process of this id has; <c>-</c> where it has ended.</summary>
    public static string StartOf(int id)
    {
        if (OperatingSystem.IsLinux())
            return LinuxProcess.Find(id) is var (process, _) ? string.Create(CultureInfo.InvariantCulture, $"{Boot.Value}/{process.Start}") : Unknown;
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return Unknown;
        }
    }

    /// <summary>Those that a log tells to have been started, and not to have ended.</summary>
    /// <param name="lines">The lines of the log; what is none is passed over, as the last of one whose writer has died.</param>
    public static IReadOnlyList<StartedProcess> Running(IEnumerable<string> lines)
    {
        var running = new Dictionary<string, StartedProcess>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            switch (line.Split(' '))
            {
                case ["+", { Length: > 0 } mark, var number, { Length: > 0 } start] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id):
                    running[mark] = new(mark, id, start);
                    break;
                case ["?", { Length: > 0 } mark]:
                    running[mark] = new(mark, 0, Unknown);
                    break;
                case ["-", var mark]:
                    running.Remove(mark);
                    break;
            }
        }

        return [.. running.Values];
    }

    private static string ReadBoot()
    {
        try
        {
            return File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            return "";
        }
    }
}
