namespace PlanDsl;

/// <summary>A command's process and all that descend from it. A descendant is known by its parent, by the <see cref="ProcessMark"/> in its
/// environment where its parent has ended, or by having been seen before where neither is left.</summary>
/// <param name="root">The id of the command's process.</param>
/// <param name="mark">Its mark.</param>
internal sealed class LinuxProcessTree(int root, string mark)
{
    private readonly HashSet<LinuxProcess> _seen = [];
    private ulong _start;

    /// <summary>Asks every process of the tree to end, parents first, so that none goes on because its child has ended.
    /// <see langword="false"/>, and nothing is done, if the command's process has ended itself.</summary>
    public bool TryTerminate()
    {
        // It is this process's child, so until its end has been noted here nobody else has its id.
        if (LinuxProcess.Find(root) is not { } process)
            return false;
        _start = process.Start;
        _seen.Add(process);
        foreach (var member in Members())
            member.Send(LinuxProcess.SigTerm);
        return true;
    }

    /// <summary>Ends every process of the tree, also those that were started meanwhile.</summary>
    public void Kill()
    {
        var killed = new HashSet<LinuxProcess>();
        var hasNew = true;
        while (hasNew)
        {
            hasNew = false;
            foreach (var member in Members())
            {
                if (!killed.Add(member))
                    continue;
                member.Send(LinuxProcess.SigKill);
                hasNew = true;
            }
        }
    }

    private List<LinuxProcess> Members()
    {
        var all = LinuxProcess.All();
        var children = all.ToLookup(static entry => entry.Parent, static entry => entry.Process);
        var members = all.ConvertAll(static entry => entry.Process).FindAll(_seen.Contains);
        AddDescendants(members, 0, children);
        foreach (var (process, _) in all)
        {
            if (process.Start < _start || _seen.Contains(process) || !process.HasInEnvironment(mark))
                continue;
            _seen.Add(process);
            members.Add(process);
            AddDescendants(members, members.Count - 1, children);
        }

        return members;
    }

    private void AddDescendants(List<LinuxProcess> members, int first, ILookup<int, LinuxProcess> children)
    {
        for (var index = first; index < members.Count; index++)
            members.AddRange(children[members[index].Id].Where(_seen.Add));
    }
}
