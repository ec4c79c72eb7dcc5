using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PlanDsl;

/// <summary>A process as <c>/proc</c> shows it. Two are the same if id and start are: ids are used again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Start">When it was started, in ticks since the system was.</param>
internal readonly record struct LinuxProcess(int Id, ulong Start)
{
    public const int SigKill = 9;
    public const int SigTerm = 15;

    /// <summary>All processes, with the ids of their parents; those that have ended are left out.</summary>
    public static List<(LinuxProcess Process, int Parent)> All()
    {
        var all = new List<(LinuxProcess, int)>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read(id) is { } process)
                all.Add(process);
        }

        return all;
    }

    public static LinuxProcess? Find(int id) => Read(id)?.Process;

    /// <summary>Whether a variable of its environment, as it was started with, contains a text that is found nowhere else.</summary>
    public bool HasInEnvironment(string text) => TryReadFile(Id, "environ") is { } bytes && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>Sends it a signal, unless it has ended. Between the look and the signal another process would have to end, and its
    /// id to be used again after all others, for the signal to go astray.</summary>
    public void Send(int signal)
    {
        if (Find(Id) == this)
            _ = Kill(Id, signal);
    }

    // The second field is the program's name in parentheses, which may hold anything.
    private static (LinuxProcess Process, int Parent)? Read(int id)
    {
        if (TryReadFile(id, "stat") is not { } bytes)
            return null;
        var text = Encoding.Latin1.GetString(bytes);
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 20 || fields[0] is "Z" or "X")
            return null;
        return (new(id, ulong.Parse(fields[19], CultureInfo.InvariantCulture)), int.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    // It may end at any moment, and may be another user's.
    private static byte[]? TryReadFile(int id, string name)
    {
        try
        {
            return File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{name}"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int id, int signal);
}
