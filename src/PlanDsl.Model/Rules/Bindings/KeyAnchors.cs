namespace PlanDsl.Model;

/// <summary>Where a step's result_key stands: where it is written, else at the step whose id it is.</summary>
internal static class KeyAnchors
{
    public static Anchor Of(PlanModel model, int step) =>
        model.Steps[step].DeclaredResultKey is null ? Anchor.Step(step) : Anchor.Step(step).At(PropertyNames.ResultKey);
}
