namespace PlanDsl.Model;

/// <summary>Where an edge stands: at the parameter of its consumer that binds the producer, else at the item of
/// <c>depends_on</c> that names it.</summary>
internal static class EdgeAnchors
{
    /// <summary>Where the edge stands that the graph has.</summary>
    public static Anchor Of(PlanAnalysis plan, int producer, int consumer) =>
        Find(plan, producer, consumer) ?? throw new ArgumentException("There is no such edge.", nameof(producer));

    /// <summary>Where <paramref name="consumer"/> says that it waits for <paramref name="producer"/>, if it does.</summary>
    public static Anchor? Find(PlanAnalysis plan, int producer, int consumer)
    {
        foreach (var binding in plan.Bindings.BindingsOf(consumer))
        {
            if (binding.Producer == producer && !binding.IsOwnResult)
                return binding.Anchor;
        }

        var item = plan.Bindings.DependenciesOf(consumer).IndexOf(producer);
        return item >= 0 ? DependsOn(consumer, item) : null;
    }

    public static Anchor DependsOn(int consumer, int item) => Anchor.Step(consumer).At(PropertyNames.DependsOn, item);
}
