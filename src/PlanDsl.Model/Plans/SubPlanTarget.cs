namespace PlanDsl.Model;

/// <summary>A plan file that a step runs, as whoever runs it sees it.</summary>
/// <param name="Plan">The plan, as far as its file could be read.</param>
public sealed record SubPlanTarget(PlanModel Plan)
{
    /// <summary>The id that it has itself; its file may be named otherwise.</summary>
    public string PlanId => Plan.Id;

    /// <summary>The inputs that it declares; none where it takes any.</summary>
    public EquatableArray<InputModel> Inputs => Plan.Inputs;
}
