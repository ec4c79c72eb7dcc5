namespace PlanDsl;

/// <summary>The beginning of a run that does a part of another again: what that had finished before is taken over as if it had been done here,
/// so that going on from there is going on with any run.</summary>
/// <param name="events">What is recorded of the other run.</param>
/// <param name="plan">The plan as it is now, which need not be what it was but for what is taken over.</param>
internal sealed class RunBranch(IReadOnlyList<PlanEvent> events, PlanTable plan)
{
    private readonly Dictionary<string, string> _parents = ParentsIn(events);

    /// <summary>The events with which the new run begins.</summary>
    /// <param name="from">The step at which it begins: neither it nor what comes after it is taken over.</param>
    /// <param name="created">How the new run is made; its first event.</param>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    /// <exception cref="PlanChangedException">What would be taken over is something else now, or returns something else.</exception>
    public List<PlanEvent> BeginAt(string from, RunCreatedEvent created)
    {
        var taken = Finished();
        taken.IntersectWith(plan.StepIds);
        foreach (var again in After(IndexOf(from), taken))
            taken.Remove(plan.StepIds[again]);
        RequireUnchanged(taken, created);
        var begun = new List<PlanEvent> { created, new RunStartedEvent { RunId = created.RunId, Sequence = 2, Time = created.Time } };
        foreach (var happened in events.OfType<StepEvent>().Where(happened => taken.Contains(RootOf(happened.StepPath))))
            begun.Add(happened with { RunId = created.RunId, Sequence = begun.Count + 1 });
        return begun;
    }

    private static Dictionary<string, string> ParentsIn(IEnumerable<PlanEvent> events)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var happened in events.OfType<StepEvent>())
        {
            if (happened.Parent is { } parent)
                parents[happened.StepPath] = parent;
        }

        return parents;
    }

    private string RootOf(string path)
    {
        while (_parents.TryGetValue(path, out var parent))
            path = parent;
        return path;
    }

    // Steps that have ended well, or were skipped, or have failed in a way that the plan bears with. What was undone is not done.
    private HashSet<string> Finished()
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in events.OfType<StepEvent>())
        {
            if (happened is CompensationStartedEvent)
                finished.Remove(RootOf(happened.StepPath));
            else if (happened is StepSucceededEvent or StepSkippedEvent or StepFailedEvent { Tolerated: true } && happened.Parent is null)
                finished.Add(happened.StepPath);
        }

        return finished;
    }

    /// <summary>The steps that run again: the one at which the run begins, those that are not finished, and all that come after one of them.</summary>
    private HashSet<int> After(int from, HashSet<string> finished)
    {
        var again = new HashSet<int>();
        var open = new Stack<int>();
        Add(from);
        for (var step = 0; step < plan.StepCount; step++)
        {
            if (RootOf(step) == step && !finished.Contains(plan.StepIds[step]))
                Add(step);
        }

        while (open.TryPop(out var step))
        {
            foreach (var successor in plan.SuccessorsOf(step))
                Add(RootOf(successor));
        }

        return again;

        // What comes after a member of a group comes after the group.
        void Add(int step)
        {
            if (!again.Add(step))
                return;
            open.Push(step);
            foreach (var member in plan.Membership is { } groups ? groups.MembersOf(step) : [])
                open.Push(member);
        }
    }

    private int RootOf(int step) => plan.GroupOf(step) is >= 0 and var group ? group : step;

    private int IndexOf(string id)
    {
        for (var step = 0; step < plan.StepCount; step++)
        {
            if (plan.StepIds[step] != id)
                continue;
            return RootOf(step) == step ? step
                : throw new ArgumentException($"Step '{id}' is a member of group '{plan.StepIds[RootOf(step)]}', which runs as a whole; begin at that.", nameof(id));
        }

        throw new ArgumentException($"Plan '{plan.PlanId}' has no step '{id}'; {(new Model.Nearest(plan.StepIds).To(id) is { } nearest ? $"did you mean '{nearest}'?" : "begin at one that it has.")}", nameof(id));
    }

    // A plan that a step runs is part of the step, and is put together of what its steps have left.
    private void RequireUnchanged(HashSet<string> taken, RunCreatedEvent created)
    {
        var record = RunRecord.Fold(events);
        if (record.Shape is not { } before || created.Shape is not { } now || before == now)
            return;
        var groups = PlanShape.StepsOf(before).ToDictionary(static step => step.Id, static step => step.Group, StringComparer.Ordinal);
        var grave = ShapeComparison.Of(before, now).FindAll(difference => difference.Step is { } step && (step.Split('/') is [var root, _, ..]
            ? taken.Contains(root) && record.MayMatter(step)
            : difference.IsGrave && taken.Contains(groups.GetValueOrDefault(step) ?? step)));
        if (grave.Count > 0)
            throw new PlanChangedException(events[0].RunId, created.PlanId, grave.ConvertAll(static difference => difference.Text), isGrave: true);
    }
}
