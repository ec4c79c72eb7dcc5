using Polly.Registry;

namespace PlanDsl;

/// <summary>The governed steps of one run, each made when it first starts.</summary>
internal sealed class GovernedSteps(PlanTable plan, Coordinator run, StepTable steps, ResiliencePipelineProvider<string>? pipelines)
{
    private readonly GovernedStep?[] _steps = new GovernedStep?[plan.StepCount];
    private readonly NamedPipeline?[]? _pipelines = Find(plan, pipelines);

    /// <summary>The runs of sub-plans, however deep, that have not ended; kept where the run is part of no other. The
    /// coordinator's, under its lock.</summary>
    public List<Coordinator> Nested => field ??= [];

    /// <summary>The step with this index, which is governed and has a slot, or had one.</summary>
    public GovernedStep this[int step] => _steps[step] ??= GovernedStep.At(run, steps, step, plan.Policies?[step], _pipelines?[step], GroupOf(step));

    private GovernedStep? GroupOf(int step) => plan.Groups?[step] is { } group and >= 0 ? this[group] : null;

    // All at once, before anything starts.
    private static NamedPipeline?[]? Find(PlanTable plan, ResiliencePipelineProvider<string>? pipelines)
    {
        NamedPipeline?[]? found = null;
        for (var step = 0; step < plan.StepCount; step++)
        {
            if (plan.Policies?[step]?.Pipeline is { } name)
                (found ??= new NamedPipeline?[plan.StepCount])[step] = Find(name, plan.StepIds[step], pipelines);
        }

        return found;
    }

    private static NamedPipeline Find(string name, string stepId, ResiliencePipelineProvider<string>? pipelines)
    {
        if (pipelines is null)
            throw new InvalidOperationException($"Step '{stepId}' names the pipeline '{name}', and the run is given none: start it by Start(…, new PlanOptions {{ Pipelines = … }}).");
        return NamedPipeline.Find(pipelines, name)
            ?? throw new KeyNotFoundException($"Step '{stepId}' names the pipeline '{name}', which {nameof(PlanOptions)}.{nameof(PlanOptions.Pipelines)} does not hold: register a ResiliencePipeline under that name, or a ResiliencePipeline<object>.");
    }
}
