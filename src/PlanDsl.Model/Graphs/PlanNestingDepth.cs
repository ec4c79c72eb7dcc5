namespace PlanDsl.Model;

/// <summary>Finds how deep plans nest plans that run others.</summary>
public static class PlanNestingDepth
{
    /// <summary>How deep a plan nests others: 1 for one that runs none. Where a plan comes to run itself, the way back is left out. However long a chain of
    /// plans is, it takes no more of the stack; each plan is looked at once.</summary>
    /// <typeparam name="T">What a plan is known by.</typeparam>
    /// <param name="plan">The plan.</param>
    /// <param name="runs">The plans that a plan runs.</param>
    /// <param name="depths">What has been found out already of plans like these, to which more is added.</param>
    public static int Of<T>(T plan, Func<T, IEnumerable<T>> runs, IDictionary<T, int> depths)
        where T : notnull
    {
        if (runs is null)
            throw new ArgumentNullException(nameof(runs));
        if (depths is null)
            throw new ArgumentNullException(nameof(depths));
        if (depths.TryGetValue(plan, out var known) && known > 0)
            return known;
        var way = new Stack<(T Plan, IEnumerator<T> Left)>();
        Enter(plan);
        while (true)
        {
            var (current, left) = way.Peek();
            if (left.MoveNext())
            {
                // On the way to itself a plan has no depth yet.
                if (!depths.TryGetValue(left.Current, out var depth))
                    Enter(left.Current);
                else
                    depths[current] = Math.Min(depths[current], -1 - depth);
                continue;
            }

            left.Dispose();
            way.Pop();
            depths[current] = -depths[current];
            if (way.Count == 0)
                return depths[current];
            var around = way.Peek().Plan;
            depths[around] = Math.Min(depths[around], -1 - depths[current]);
        }

        // Less than nothing as long as it is not known: the most that has been found by then.
        void Enter(T entered)
        {
            depths[entered] = -1;
            way.Push((entered, runs(entered).GetEnumerator()));
        }
    }
}
