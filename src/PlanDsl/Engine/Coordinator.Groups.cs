namespace PlanDsl;

/// <content>Groups: their members are steps of the plan, which the group makes ready, and whose ends it judges.</content>
internal abstract partial class Coordinator
{
    /// <summary>Makes the members of a group ready; <see langword="false"/> if the group has been called off.</summary>
    public bool TryOpen(GroupParts group)
    {
        var now = Now();
        List<int>? delayed = null;
        lock (_gate)
        {
            if (IsCalledOff(group.Whole))
                return false;
            var members = _plan.Membership!.MembersOf(group.Whole.Step);
            group.Open(members.Length);
            if (group.Verdict is GroupVerdict.Open)
            {
                foreach (var member in members)
                {
                    if (_steps.StatusOf(member) is not StepStatus.Pending)
                        continue;
                    if (IsDelayed(member))
                        (delayed ??= []).Add(member);
                    else
                        Admit(member, isFirst: false);
                }

                _delayed += delayed?.Count ?? 0;
            }
        }

        delayed?.ForEach(StartDelay);
        return true;
    }

    public bool IsUndecided(GroupParts group)
    {
        lock (_gate)
            return group.Verdict is GroupVerdict.Open && !(IsCalledOff(group.Whole) && HaveAllEnded(group));
    }

    public GroupVerdict VerdictOf(GroupParts group)
    {
        lock (_gate)
            return group.Verdict;
    }

    /// <summary>What went wrong with a group.</summary>
    public StepError ErrorOf(GroupParts group)
    {
        lock (_gate)
            return group.Blame();
    }

    private GroupParts? GroupOf(int step) =>
        _plan.Groups is { } groups && groups[step] is >= 0 and var group ? (GroupParts)_governed![group].Parts! : null;

    private protected bool IsGroup(int step) => _plan.Policies?[step] is { Group: not null };

    private bool IsMember(int step) => _plan.Groups is { } groups && groups[step] >= 0;

    private bool HasParts(int step) => _plan.Policies?[step] is { Group: not null } or { IsFanOut: true } or { Loop: not null };

    /// <summary>Whether a group ends so with only some of its members having succeeded.</summary>
    private bool IsPartial(int step, bool hasFailed) =>
        IsGroup(step) && ((GroupParts)_governed![step].Parts!).Verdict == (hasFailed ? GroupVerdict.PartlyFailed : GroupVerdict.PartlySucceeded);

    /// <summary>Whether the strategy has spoken before a member has ended.</summary>
    private bool HasLost(int member) => GroupOf(member) is { Verdict: not GroupVerdict.Open };

    /// <summary>Tells a member's group that it has ended.</summary>
    private void Judge(int member, DateTimeOffset now)
    {
        if (GroupOf(member) is not { Verdict: GroupVerdict.Open } group || (_isRestoring && _steps.StatusOf(member) is StepStatus.Cancelled && !CountsAsFailure(member)))
            return;

        // A group that was called off ends when its members have, as those say that were not called off with it.
        if (IsCalledOff(group.Whole))
        {
            Move(group);
            if (_steps.StatusOf(member) is StepStatus.Cancelled && !CountsAsFailure(member))
                return;
        }

        var failure = CountsAsFailure(member) ? _steps.ErrorOf(member) ?? ErrorOfCancelling(member) : null;
        if (!group.Judge(_steps.StatusOf(member), failure))
            return;
        Stop(group.Whole, now);
        Move(group);
    }

    private bool HaveAllEnded(GroupParts group)
    {
        foreach (var member in _plan.Membership!.MembersOf(group.Whole.Step))
        {
            if (_steps.StatusOf(member) is StepStatus.Pending or StepStatus.Running or StepStatus.Waiting)
                return false;
        }

        return true;
    }

    private void CallOffMembers(int group, DateTimeOffset now)
    {
        foreach (var member in _plan.Membership!.MembersOf(group))
        {
            if (WillEnd(member))
                continue;
            switch (_steps.StatusOf(member))
            {
                case StepStatus.Pending:
                    RemoveReady(member);
                    FireStep(member, StepTrigger.Cancel, now);
                    break;
                case StepStatus.Waiting:
                    LeaveWait(_governed![member]);
                    FireStep(member, StepTrigger.Cancel, now);
                    break;
                case StepStatus.Running when _governed![member].Parts is not null:
                    CallOff(_governed[member], now);
                    break;
            }
        }
    }
}
