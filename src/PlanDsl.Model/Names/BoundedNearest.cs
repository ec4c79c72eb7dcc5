namespace PlanDsl.Model;

/// <summary>Finds the names that were probably meant for as long as that is worth it (<see cref="LookBudget"/>). Not thread-safe.</summary>
/// <param name="candidates">The names. They are looked at when the first is asked for.</param>
/// <param name="budget">What is shared with others who look for names in the same plan; <see langword="null"/> for a budget of its own.</param>
internal sealed class BoundedNearest(IReadOnlyCollection<string> candidates, LookBudget? budget = null)
{
    private readonly LookBudget _budget = budget ?? new();
    private Nearest? _nearest;

    /// <summary>The candidate that <paramref name="name"/> probably stands for, as <see cref="Nearest"/> finds it; <see langword="null"/> if there is none, and
    /// where too many have been asked for.</summary>
    public string? To(string name) => _budget.Take(candidates.Count) ? (_nearest ??= new(candidates)).To(name) : null;
}
