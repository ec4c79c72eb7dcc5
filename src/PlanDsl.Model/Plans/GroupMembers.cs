namespace PlanDsl.Model;

/// <summary>Which steps are members of which parallel group. Immutable once made.</summary>
internal sealed class GroupMembers
{
    private readonly int[]?[] _members;

    private readonly GroupKeys?[] _keys;
    private readonly PlanModel _model;

    private GroupMembers(PlanModel model, int[] groupOf, int[]?[] members)
    {
        GroupOf = groupOf;
        _model = model;
        _members = members;
        _keys = new GroupKeys?[members.Length];
    }

    /// <summary>For each step the index of its group, or -1.</summary>
    public int[] GroupOf { get; }

    /// <summary>The members of <paramref name="model"/>'s groups; <see langword="null"/> where it has no group. Of two groups with
    /// one name, the first has the members.</summary>
    public static GroupMembers? Of(PlanModel model)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (model.Steps[step].Parallel is not null && !byName.ContainsKey(model.Steps[step].Id))
                byName.Add(model.Steps[step].Id, step);
        }

        if (byName.Count == 0)
            return null;

        var groupOf = new int[model.Steps.Count];
        var members = new List<int>?[model.Steps.Count];
        for (var step = 0; step < groupOf.Length; step++)
        {
            var declared = model.Steps[step];
            groupOf[step] = declared is { Group: { } name, Parallel: null } && byName.TryGetValue(name, out var group) ? group : -1;
            if (groupOf[step] >= 0)
                (members[groupOf[step]] ??= []).Add(step);
        }

        return new(model, groupOf, Array.ConvertAll(members, static list => list?.ToArray()));
    }

    /// <summary>The members of the group <paramref name="step"/>, ascending.</summary>
    public ReadOnlySpan<int> MembersOf(int step) => _members[step];

    /// <summary>The result_keys of the members of the group <paramref name="step"/>; made when it is first asked for, by each who asks at the same time.</summary>
    public GroupKeys KeysOf(int step) => _keys[step] ??= GroupKeys.Of(_model, MembersOf(step));
}
