using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>What is known of the steps of a run: their kinds, and what they and their parts have left.</summary>
internal sealed class ReportScope
{
    private readonly Dictionary<string, StepModel> _steps;
    private readonly IReadOnlyDictionary<string, JsonElement> _results;
    private readonly PartResults _parts;
    private readonly RunMask _secrets;

    private ReportScope(PlanModel plan, IReadOnlyDictionary<string, JsonElement> results, PartResults parts, RunMask secrets)
    {
        _steps = new(plan.Steps.Count, StringComparer.Ordinal);
        foreach (var step in plan.Steps)
            _steps.TryAdd(step.Id, step);
        _results = results;
        _parts = parts;
        _secrets = secrets;
    }

    /// <summary>The steps of the plan that was run.</summary>
    public static ReportScope Of(EndedRun run) => new(run.Plan, run.Results, run.Parts, run.Secrets);

    /// <summary>The kind of a step; <see langword="null"/> for an element or an iteration, which is no step of its own.</summary>
    public string? KindOf(StepOutcome step) => _steps.TryGetValue(step.Id, out var declared) ? StepKind.Of(declared) : null;

    /// <summary>What a step or a part has left that has succeeded; the default value if nothing.</summary>
    public JsonElement OutputOf(StepOutcome step)
    {
        if (step.Status is not (StepStatus.Succeeded or StepStatus.Partial))
            return default;
        var output = _steps.TryGetValue(step.Id, out var declared) && _results.TryGetValue(declared.ResultKey, out var result) ? result : _parts.Find(step.Path);
        return output.ValueKind is JsonValueKind.Undefined ? output : _secrets.Of(output);
    }

    /// <summary>What is known of the parts of a step: those of another run if it has made one, else those of this one.</summary>
    public ReportScope Within(StepOutcome step) => _parts.FindRun(step.Path) is { } run ? new(run.Model, run.ResultsSoFar, _parts, _secrets) : this;
}
