namespace PlanDsl;

/// <summary>A command's process and all that descend from it. A descendant is known by its parent, by the <see cref="ProcessMark"/> in its
/// environment where its parent has ended, or by having been seen before where neither is left.</summary>
/// <param name="root">The id of the command's process.</param>
/// <param name="mark">Its mark.</param>
/// <param name="take">Takes a snapshot of the processes that it may consist of.</param>
internal sealed class LinuxProcessTree(int root, string mark, Func<Task<LinuxSnapshot>> take)
{
    private readonly List<LinuxProcess> _members = [];
    private readonly HashSet<LinuxProcess> _seen = [];

    /// <summary>That of a command which this process has started.</summary>
    public LinuxProcessTree(int root, string mark)
        : this(root, mark, LinuxSnapshot.TakeAsync)
    {
    }

    /// <summary>What is left of that of a command which another process had started.</summary>
    public static LinuxProcessTree Left(StartedProcess process) => new(process.Id, process.Mark, LinuxSnapshot.TakeOfAllAsync);

    /// <summary>The id of a process that was found and runs; <see langword="null"/> if none does any more.</summary>
    public int? FirstLeft => _members.FindIndex(static member => LinuxProcess.Find(member.Id)?.Process == member) is >= 0 and var index ? _members[index].Id : null;

    /// <summary>Asks every process of the tree to end. <see langword="false"/>, and nothing is done, if the command's process has
    /// ended itself.</summary>
    public async Task<bool> TryTerminateAsync()
    {
        // It is this process's child, so until its end has been noted here nobody else has its id.
        if (LinuxProcess.Find(root) is not var (process, _))
            return false;

        await TerminateAsync(process).ConfigureAwait(false);
        return true;
    }

    /// <summary>Asks every process of the tree to end, also where the command's own has. <see langword="false"/> if there is none.</summary>
    /// <param name="isRooted">Whether the command's process runs.</param>
    public async Task<bool> TryTerminateLeftAsync(bool isRooted)
    {
        await TerminateAsync(isRooted && LinuxProcess.Find(root) is var (process, _) ? process : null).ConfigureAwait(false);
        return _members.Count > 0;
    }

    /// <summary>Ends every process of the tree, also those that were started meanwhile.</summary>
    public async Task KillAsync()
    {
        SendToAll(LinuxProcess.SigKill);
        await SendToNewAsync(LinuxProcess.SigKill).ConfigureAwait(false);
    }

    // They are held first, or one could start another that is not asked, or go on because its child has ended.
    private async Task TerminateAsync(LinuxProcess? process)
    {
        if (process is { } found)
        {
            Add([found]);
            found.Send(LinuxProcess.SigStop);
        }

        try
        {
            await SendToNewAsync(LinuxProcess.SigStop).ConfigureAwait(false);
        }
        finally
        {
            SendToAll(LinuxProcess.SigTerm);
            SendToAll(LinuxProcess.SigCont);
        }
    }

    private void SendToAll(int signal)
    {
        foreach (var member in _members)
            member.Send(signal);
    }

    // Each round can only find what was started before all others had their signal, so there is a last one.
    private async Task SendToNewAsync(int signal)
    {
        for (var known = -1; known < _members.Count;)
        {
            known = _members.Count;
            FindNew(await take().ConfigureAwait(false));
            for (var index = known; index < _members.Count; index++)
                _members[index].Send(signal);
        }
    }

    private void FindNew(LinuxSnapshot snapshot)
    {
        Add(snapshot.Marked(mark));
        for (var index = 0; index < _members.Count; index++)
            Add(snapshot.ChildrenOf(_members[index]));
    }

    private void Add(IEnumerable<LinuxProcess> processes) => _members.AddRange(processes.Where(_seen.Add));
}
