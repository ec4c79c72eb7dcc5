namespace PlanDsl.Model;

/// <summary>The plan that a step runs, and what the front end, which sees other plans, knows of it.</summary>
/// <param name="Id">The id of the plan.</param>
public sealed record SubPlanModel(string Id)
{
    /// <summary>How deep it nests plans itself, as far as they can be seen: 1 for a plan that runs no other.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>The ids of the plans by which it leads back to the plan that runs it: from that plan, by each that runs the next,
    /// to that plan again. Empty where it does not.</summary>
    public EquatableArray<string> Recursion { get; init; }

    /// <summary>What it asks for, where it is a plan file and whoever reads this one looks no further; <see langword="null"/> otherwise.</summary>
    public SubPlanTarget? Target { get; init; }

    /// <summary>The inputs that a plan file gives it.</summary>
    public EquatableArray<NamedValue> With { get; init; }

    /// <summary>Whether the instance that is run comes from the services of the run.</summary>
    public bool IsFromServices { get; init; }
}
