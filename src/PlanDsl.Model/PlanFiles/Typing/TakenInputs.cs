namespace PlanDsl.Model;

/// <summary>The inputs of a plan file that steps run, by their names, however many steps run it. Not thread-safe.</summary>
internal sealed class TakenInputs
{
    private readonly Dictionary<string, InputModel> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _demanded = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly BoundedNearest _nearest;

    /// <summary>Those of a plan.</summary>
    /// <param name="target">The plan.</param>
    /// <param name="budget">How long names are looked for in the plan that runs it.</param>
    public TakenInputs(SubPlanTarget target, LookBudget budget)
    {
        foreach (var input in target.Inputs)
        {
            if (_byName.ContainsKey(input.Name))
                continue;
            _byName.Add(input.Name, input);
            _names.Add(input.Name);
            if (input.Default is null && input.FromEnvironment is null)
                _demanded.Add(input.Name);
        }

        Demanded = [.. _names.Where(_demanded.Contains)];
        _nearest = new(_names, budget);
    }

    /// <summary>Their names, in the order of their declaration.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The names of those that have to be given, in the order of their declaration.</summary>
    public IReadOnlyList<string> Demanded { get; }

    /// <summary>Whether this one has to be given.</summary>
    public bool IsDemanded(string name) => _demanded.Contains(name);

    /// <summary>The input of this name; <see langword="null"/> if there is none.</summary>
    public InputModel? Find(string name) => _byName.TryGetValue(name, out var input) ? input : null;

    /// <summary>The one that was probably meant; <see langword="null"/> if there is none, and where too many have been asked for.</summary>
    public string? NearestTo(string name) => _nearest.To(name);
}
