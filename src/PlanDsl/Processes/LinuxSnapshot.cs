using System.Globalization;

namespace PlanDsl;

/// <summary>The processes of the system at about one moment. Immutable.</summary>
/// <remarks>Many who ask at once share one: to read <c>/proc</c> for each of a hundred commands that are cancelled together would take
/// seconds. Whoever asks joins the snapshot that is to be taken next, and from the moment it begins nobody can join it any
/// more, so what a caller gets was read after the call.</remarks>
internal sealed class LinuxSnapshot
{
    private static readonly Lock Gate = new();
    private static Task<LinuxSnapshot>? Next;
    private static Task Last = Task.CompletedTask;

    private readonly HashSet<LinuxProcess> _all = [];
    private readonly ILookup<int, LinuxProcess> _children;
    private readonly ILookup<string, LinuxProcess> _marked;

    private LinuxSnapshot(ulong since)
    {
        var children = new List<(int Parent, LinuxProcess Process)>();
        var marked = new List<(string Mark, LinuxProcess Process)>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || LinuxProcess.Find(id) is not var (process, parent)
                || process.Start < since
                || id == Environment.ProcessId)
            {
                continue;
            }

            _all.Add(process);
            children.Add((parent, process));
            foreach (var mark in process.ReadMarks())
                marked.Add((mark, process));
        }

        _children = children.ToLookup(static entry => entry.Parent, static entry => entry.Process);
        _marked = marked.ToLookup(static entry => entry.Mark, static entry => entry.Process, StringComparer.Ordinal);
    }

    /// <summary>Takes a snapshot, all of it after this call.</summary>
    public static Task<LinuxSnapshot> TakeAsync()
    {
        lock (Gate)
        {
            if (Next is null)
                Last = Next = TakeAfterAsync(Last);
            return Next;
        }
    }

    /// <summary>Takes one of all processes, also of those that others had started before this process was.</summary>
    public static Task<LinuxSnapshot> TakeOfAllAsync() => Task.Run(static () => new LinuxSnapshot(since: 0));

    /// <summary>The children of a process; none where it has ended.</summary>
    public IEnumerable<LinuxProcess> ChildrenOf(LinuxProcess process) => _all.Contains(process) ? _children[process.Id] : [];

    /// <summary>Those that have a mark in their environment.</summary>
    public IEnumerable<LinuxProcess> Marked(string mark) => _marked[mark];

    private static async Task<LinuxSnapshot> TakeAfterAsync(Task last)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (Gate)
            Next = null;
        return new(LinuxProcess.Find(Environment.ProcessId)?.Process.Start ?? 0);
    }
}
