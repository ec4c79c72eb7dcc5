namespace PlanDsl.Model;

/// <summary>What is known of a plan before its steps are read.</summary>
internal sealed class PlanScope
{
    private BoundedNearest? _inputs;
    private StepIds? _ids;

    /// <summary>The names of its inputs; <see langword="null"/> where it declares none.</summary>
    public HashSet<string>? Inputs { get; set; }

    /// <summary>The input that was probably meant by a name; <see langword="null"/> if there is none near.</summary>
    public string? NearestInput(string name) => Inputs is null ? null : (_inputs ??= new(Inputs)).To(name);

    /// <summary>Its steps, as they stand in the file; <see langword="null"/> where there are none.</summary>
    public JsonNode? Steps { get; set; }

    /// <summary>The ids of its steps and their children, which are looked for when they are first asked for.</summary>
    public StepIds StepIds => _ids ??= new(Steps);

    /// <summary>The names of its constants.</summary>
    public HashSet<string> Constants { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the environment variables of all its commands.</summary>
    public HashSet<string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>What its steps wait for.</summary>
    public PlanOrder Order { get; set; }

    /// <summary>Whether all its steps are agents or have such for children, and say so.</summary>
    public bool IsAgentPlan { get; set; }

    /// <summary>Whether each of its steps has to tell its status: nothing marks the plan as one of ours.</summary>
    public bool NeedsStatus { get; set; }

    /// <summary>How often steps that do not say so are tried again.</summary>
    public int? DefaultRetries { get; set; }
}
