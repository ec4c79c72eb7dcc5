using System.Text;

namespace PlanDsl.Model;

/// <summary>PLAN0101: no steps wait for each other in a circle. One finding for each strongly connected component, with a short
/// cycle as witness, located at the edge whose consumer is declared last.</summary>
internal sealed class CycleRule : IPlanRule
{
    // A path that is longer is shown by its two ends.
    private const int LongestPath = 100;

    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var cycle in ShortCycles.Of(plan.Graph, plan.Components))
        {
            // Where two steps claim a name, the other one may have been meant.
            if (cycle.Any(plan.Bindings.IsContested))
                continue;
            var last = 0;
            var edges = new Anchor[cycle.Length];
            for (var i = 0; i < cycle.Length; i++)
            {
                edges[i] = EdgeAnchors.Of(plan, cycle[i == 0 ? cycle.Length - 1 : i - 1], cycle[i]);
                if (cycle[i] > cycle[last])
                    last = i;
            }

            // The others in the order of the path, beginning after the one that is shown.
            findings.Add(new(RuleIds.Cycle, edges[last], [PathOf(plan.Model, cycle.AsSpan(), edges)])
            {
                Related = EquatableArray.Create<Anchor>([.. edges.AsSpan(last + 1), .. edges.AsSpan(0, last)]),
            });
        }
    }

    private static string PathOf(PlanModel model, ReadOnlySpan<int> cycle, Anchor[] edges)
    {
        var path = new StringBuilder();
        for (var i = 0; i < cycle.Length; i++)
        {
            if (cycle.Length > LongestPath && i == LongestPath / 2)
            {
                i = cycle.Length - (LongestPath / 2);
                path.Append("… → ");
            }

            path.Append(model.Steps[cycle[i]].Id).Append(i == 0 ? "" : Via(model, edges[i])).Append(" → ");
        }

        return path.Append(model.Steps[cycle[0]].Id).Append(Via(model, edges[0])).ToString();
    }

    // The body of a step is not worth saying.
    private static string Via(PlanModel model, Anchor edge) =>
        model.Steps[edge.Index].MethodFor(edge.Role) is { } method ? $" (via '{method.Name}')" : "";
}
