using System.Collections.Immutable;

namespace PlanDsl;

/// <summary>What stands for itself in a drawing of a plan: a step, or a parallel group with its members.</summary>
/// <param name="Step">The step or the group.</param>
/// <param name="Members">The members of the group, in declaration order; empty for a step.</param>
internal readonly record struct GroupedSteps(int Step, ImmutableArray<int> Members)
{
    /// <summary>The steps and groups of a plan, in declaration order; a group stands where its first member does.</summary>
    public static IEnumerable<GroupedSteps> Of(PlanTable table)
    {
        var members = Enumerable.Range(0, table.StepCount).ToLookup(table.GroupOf);
        var drawn = new HashSet<int>();
        for (var step = 0; step < table.StepCount; step++)
        {
            var node = table.GroupOf(step) is >= 0 and var group ? group : step;
            if (drawn.Add(node))
                yield return new(node, [.. members[node]]);
        }
    }
}
