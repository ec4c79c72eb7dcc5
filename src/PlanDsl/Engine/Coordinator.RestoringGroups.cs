namespace PlanDsl;

/// <content>Members of groups that had ended when the run was left, be it that their group had not.</content>
internal abstract partial class Coordinator
{
    /// <summary>Sees to the members that were cancelled of groups that have not ended: they have lost, if those that have ended decide the
    /// group, and start again if not.</summary>
    private void RestoreGroups(ref Duties duties)
    {
        for (var step = 0; _plan.Groups is not null && step < _before!.Length; step++)
        {
            if (!IsMember(step) || !WillEnd(step))
                continue;
            var group = _plan.GroupOf(step);
            if (!HasEnded(group) && _before[group] is not { IsTotalReached: true } && !IsDecided(group) && !WasCancelledByName(group))
            {
                _before[step]!.End = null;
                continue;
            }

            LoadResult(step);
            lock (_gate)
                RestoreEnd(step, ref duties);
        }
    }

    private bool IsDecided(int group) => ((GroupParts)_governed![group].Parts!).IsDecidedOf(_plan.Membership!.MembersOf(group).Length);

    /// <summary>Whether a member that was cancelled, or whose parts were, had lost by then: what is recorded of the others decides its group, or the time of that was up.</summary>
    private bool HadLost(int member) =>
        _isRestoring && IsMember(member) && _before![member]?.End is not StepCancelledEvent { ByName: true } && _plan.GroupOf(member) is var group
        && (_before[group] is { IsTotalReached: true } || WasDecided(group));

    // While the run is restored it is not known yet how the others have ended, nor that of the group.
    private bool WasDecided(int group)
    {
        var members = _plan.Membership!.MembersOf(group);
        var tally = new GroupTally(members.Length, 0, 0);
        foreach (var member in members)
            tally = _before![member]?.End is { } end ? tally.With(end) : tally;
        return tally.Judge(_plan.PolicyOf(group)!.Group!) is not GroupVerdict.Open;
    }
}
