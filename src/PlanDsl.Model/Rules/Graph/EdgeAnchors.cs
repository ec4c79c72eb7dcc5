namespace PlanDsl.Model;

/// <summary>Where an edge stands: at the parameter of its consumer that binds the producer, else at the item of
/// <c>depends_on</c> that names it.</summary>
internal static class EdgeAnchors
{
    public static Anchor Of(PlanAnalysis plan, int producer, int consumer)
    {
        var parameter = plan.Bindings.ProducersOf(consumer).IndexOf(producer);
        return parameter >= 0
            ? Anchor.StepParameter(consumer, parameter)
            : DependsOn(consumer, plan.Bindings.DependenciesOf(consumer).IndexOf(producer));
    }

    public static Anchor DependsOn(int consumer, int item) => Anchor.Step(consumer).At(PropertyNames.DependsOn, item);
}
