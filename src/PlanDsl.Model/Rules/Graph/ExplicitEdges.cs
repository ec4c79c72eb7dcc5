namespace PlanDsl.Model;

/// <summary>Where the edges of a plan stand that its steps name themselves, for whoever asks for those of one consumer after those of another: the
/// dependencies of each are gone through once. Not thread-safe.</summary>
/// <param name="plan">The plan.</param>
internal sealed class ExplicitEdges(PlanAnalysis plan)
{
    private int _consumer = -1;
    private Dictionary<int, Anchor> _places = [];

    /// <summary>The item of <c>depends_on</c> that names the producer, the first where there are several.</summary>
    /// <param name="producer">The node of the graph that the edge comes from.</param>
    /// <param name="consumer">The node that it leads to.</param>
    public Anchor Find(int producer, int consumer)
    {
        if (_consumer != consumer)
            (_consumer, _places) = (consumer, PlacesAt(consumer));
        return _places[producer];
    }

    private Dictionary<int, Anchor> PlacesAt(int consumer)
    {
        var places = new Dictionary<int, Anchor>();
        foreach (var step in EdgeAnchors.StepsAt(plan, consumer))
        {
            var dependencies = plan.Bindings.DependenciesOf(step);
            for (var item = 0; item < dependencies.Length; item++)
            {
                if (dependencies[item] < 0)
                    continue;
                var producer = plan.Bindings.NodeOf(dependencies[item]);
                if (!places.ContainsKey(producer))
                    places.Add(producer, EdgeAnchors.DependsOn(step, item));
            }
        }

        return places;
    }
}
