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
        foreach (var happened in Uninterrupted(taken))
            begun.Add(happened with { RunId = created.RunId, Sequence = begun.Count + 1 });
        begun[0] = created with { Beginning = new(from, events.Count, begun.Count) };
        return begun;
    }

    /// <summary>What a run was to begin with of which only a part is recorded, because the process died that made it; <see langword="null"/> where all is.</summary>
    /// <param name="events">What is recorded of the run.</param>
    public static RunBeginning? Missing(IReadOnlyList<PlanEvent> events) =>
        events is [RunCreatedEvent { ParentRun: not null, Beginning: { } beginning }, ..] && events.Count < beginning.Events ? beginning : null;

    /// <summary>The whole beginning of a run of which a part is recorded.</summary>
    /// <param name="begun">That part.</param>
    /// <exception cref="JournalException">Of the plan as it is now the run would begin otherwise.</exception>
    public List<PlanEvent> Complete(IReadOnlyList<PlanEvent> begun)
    {
        var created = (RunCreatedEvent)begun[0];
        var beginning = created.Beginning!.Value;
        var whole = BeginAt(beginning.From, created);
        return whole.Count == beginning.Events && begun.Zip(whole).All(static pair => AreAlike(pair.First, pair.Second)) ? whole : throw new JournalException(
            $"The process that made run '{created.RunId}' died before all was recorded of what the run takes over of run '{created.ParentRun}', and of plan '{created.PlanId}' as it is now it would take over something else. Resume it with the plan that it had, or do the part again; nothing was done in it.");
    }

    private static bool AreAlike(PlanEvent one, PlanEvent other) =>
        one.GetType() == other.GetType() && (one as StepEvent)?.StepPath == (other as StepEvent)?.StepPath;

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

    private bool IsWithin(string? path, HashSet<string> wholes)
    {
        for (; path is not null; path = _parents.GetValueOrDefault(path))
        {
            if (wholes.Contains(path))
                return true;
        }

        return false;
    }

    private string RootOf(string path)
    {
        while (_parents.TryGetValue(path, out var parent))
            path = parent;
        return path;
    }

    // The new run does not tell when the other was resumed. So what was interrupted by that, and went on, is told as if it had gone on all the time: by one start, of the
    // attempt that ended, and without having been cancelled before.
    private IEnumerable<StepEvent> Uninterrupted(HashSet<string> taken)
    {
        var told = new List<StepEvent?>();
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var cancelled = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (happened, step) in RunRecord.Retell(events))
        {
            if (!taken.Contains(RootOf(happened.StepPath)))
                continue;
            if (happened is StepStartedEvent { Attempt: var attempt } && step.GoesOn && starts.TryGetValue(happened.StepPath, out var start))
            {
                told[start] = told[start]! with { Attempt = attempt };
                if (cancelled.Remove(happened.StepPath, out var end))
                    told[end] = null;
                continue;
            }

            if (happened is StepStartedEvent)
                starts[happened.StepPath] = told.Count;
            if (happened is StepCancelledEvent)
                cancelled[happened.StepPath] = told.Count;
            else
                cancelled.Remove(happened.StepPath);
            told.Add(happened);
        }

        return told.OfType<StepEvent>();
    }

    // Steps that have ended well, or were skipped, or have failed in a way that the plan bears with. What was undone is not done, but for who has lost a race: the
    // group has its result from another.
    private HashSet<string> Finished()
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        var lost = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in events.OfType<StepEvent>())
        {
            if (happened is StepCancelledEvent { Returned: true })
                lost.Add(happened.StepPath);
            if (happened is CompensationStartedEvent)
            {
                if (!IsWithin(happened.StepPath, lost))
                    finished.Remove(RootOf(happened.StepPath));
            }
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
