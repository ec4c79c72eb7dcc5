namespace PlanDsl;

/// <summary>How the steps of a plan belong to groups. Immutable.</summary>
internal sealed class PlanGroups
{
    private readonly int[][] _members;

    /// <param name="groups">The index of the group that each step is a member of, -1 for none.</param>
    public PlanGroups(int[] groups)
    {
        var members = new List<int>?[groups.Length];
        var order = new List<int>(groups.Length);
        for (var step = 0; step < groups.Length; step++)
        {
            if (groups[step] is >= 0 and var group)
            {
                if (members[group] is null)
                    order.Add(group);
                (members[group] ??= []).Add(step);
            }
            else if (members[step] is null)
            {
                order.Add(step);
            }
        }

        _members = Array.ConvertAll(members, static members => members?.ToArray() ?? []);
        Order = [.. order];
    }

    /// <summary>The steps that are members of no group, in declaration order: a group stands where its first member does.</summary>
    public int[] Order { get; }

    /// <summary>The members of a group, in declaration order; empty for a step that is none.</summary>
    public ReadOnlySpan<int> MembersOf(int group) => _members[group];
}
