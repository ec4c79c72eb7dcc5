namespace PlanDsl.Model;

/// <summary>What makes a row among the steps of a plan a parallel group, as declared.</summary>
public sealed record ParallelModel
{
    /// <summary>How the ends of the members make the end of the group; <see langword="null"/> for the default,
    /// <see cref="ParallelStrategy.All"/>.</summary>
    public ParallelStrategy? Strategy { get; init; }

    /// <summary>How many members must succeed under <see cref="ParallelStrategy.Threshold"/>; <see langword="null"/> where it
    /// is left out.</summary>
    public int? Threshold { get; init; }

    /// <summary>The constants that its members read, over those of the plan.</summary>
    public EquatableArray<ConstantModel> Constants { get; init; }

    /// <summary>The strategy in force.</summary>
    public ParallelStrategy EffectiveStrategy => Strategy ?? ParallelStrategy.All;

    /// <summary>Whether the group may succeed although a member has not, so that the member's result may be absent.</summary>
    public bool CanLoseMembers => EffectiveStrategy is not (ParallelStrategy.All or ParallelStrategy.FailFast);
}
