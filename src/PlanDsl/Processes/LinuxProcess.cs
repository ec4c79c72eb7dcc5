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
    public const int SigCont = 18;
    public const int SigStop = 19;

    /// <summary>The process with an id, and its parent's id; <see langword="null"/> where it has ended.</summary>
    public static (LinuxProcess Process, int Parent)? Find(int id)
    {
        if (TryReadFile(id, "stat") is not { } bytes)
            return null;
        // The second field is the program's name in parentheses, which may hold anything.
        var text = Encoding.Latin1.GetString(bytes);
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 20 || fields[0] is "Z" or "X")
            return null;
        return (new(id, ulong.Parse(fields[19], CultureInfo.InvariantCulture)), int.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    /// <summary>What its <see cref="ProcessMark"/> was when it was started; empty where it has none, or is another user's.</summary>
    public string[] ReadMarks()
    {
        if (TryReadFile(Id, "environ") is not { } bytes)
            return [];
        const string Name = ProcessMark.Variable + "=";
        foreach (var variable in Encoding.Latin1.GetString(bytes).Split('\0'))
        {
            if (variable.StartsWith(Name, StringComparison.Ordinal))
                return variable[Name.Length..].Split(':');
        }

        return [];
    }

    /// <summary>Sends it a signal, unless it has ended. Between the look and the signal another process would have to end, and its
    /// id to be used again after all others, for the signal to go astray.</summary>
    public void Send(int signal)
    {
        if (Find(Id)?.Process == this)
            _ = Kill(Id, signal);
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
