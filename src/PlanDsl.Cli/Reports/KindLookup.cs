using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>What the steps of a plan are, by their ids. The plans that its steps run are read when they are asked for.</summary>
internal sealed class KindLookup
{
    private readonly Dictionary<string, StepModel> _steps;
    private readonly string _path;

    private KindLookup(PlanModel plan, string path, bool isRoot)
    {
        _steps = new(plan.Steps.Count, StringComparer.Ordinal);
        foreach (var step in plan.Steps)
            _steps.TryAdd(step.Id, step);
        _path = path;
        IsRoot = isRoot;
    }

    /// <summary>Whether it is the plan that runs, and not one that a step of it runs.</summary>
    public bool IsRoot { get; }

    /// <summary>The steps of the plan that runs.</summary>
    public static KindLookup Of(PlanModel plan, string path) => new(plan, path, isRoot: true);

    /// <summary>The kind of a step; <see langword="null"/> for an element or an iteration, which is no step of its own.</summary>
    public string? Of(string id) => _steps.TryGetValue(id, out var step) ? StepKind.Of(step) : null;

    /// <summary>The result_key of a step; <see langword="null"/> for what is no step of its own.</summary>
    public string? KeyOf(string id) => _steps.TryGetValue(id, out var step) ? step.ResultKey : null;

    /// <summary>What is known of the parts of a step: those of another plan if it runs one, else those of this one.</summary>
    public KindLookup Within(string id)
    {
        if (!_steps.TryGetValue(id, out var step) || step.SubPlan is not { } plan)
            return this;
        var path = Path.Combine(Path.GetDirectoryName(_path) ?? "", $"{plan.Id}.plan.json");
        return File.Exists(path) ? new(PlanFileReader.Read(PlanSource.Read(path), path).Model, path, isRoot: false) : this;
    }
}
