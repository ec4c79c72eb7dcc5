using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Judges a plan file with what the files beside it say.</summary>
/// <param name="library">The files.</param>
internal sealed class PlanFileCheck(PlanFileLibrary library)
{
    /// <summary>All that is wrong with a file, in its order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The plan, with what is known of the plans that it runs.</param>
    public IReadOnlyList<Finding> Check(LoadedFile file, out PlanAnalysis analysis)
    {
        var runsPlans = PlansOf(file.File.Model).Any();
        analysis = new(runsPlans ? WithRecursions(file) : file.File.Model, TypeFacts.None, Wording.PlanFile);
        var findings = file.File.Check(analysis);
        var missing = runsPlans ? Missing(file.File.Model).ToArray() : [];
        return missing.Length == 0 ? findings : [.. findings.Concat(missing).OrderBy(finding => file.File.Map.Find(finding.Anchor).Start)];
    }

    /// <summary>The ids of the plans that a plan runs, also in place of a step or to undo one.</summary>
    public static IEnumerable<string> PlansOf(PlanModel model) => RunBy(model).Select(static plan => plan.Id);

    /// <summary>The same with what they are given.</summary>
    public static IEnumerable<SubPlanModel> RunBy(PlanModel model)
    {
        foreach (var step in model.Steps)
        {
            if (step.SubPlan is { } plan)
                yield return plan;
            if (step.Fallback?.SubPlan is { } fallback)
                yield return fallback;
            if (step.Compensate?.SubPlan is { } compensation)
                yield return compensation;
        }
    }

    private PlanModel WithRecursions(LoadedFile file)
    {
        var model = file.File.Model;
        var ways = new Dictionary<string, EquatableArray<string>?>(StringComparer.Ordinal);
        foreach (var plan in model.Steps.Select(static step => step.SubPlan).OfType<SubPlanModel>())
        {
            if (!ways.ContainsKey(plan.Id))
                ways.Add(plan.Id, WayBack(file, plan.Id));
        }

        return model with
        {
            Steps = model.Steps.Select(step => step.SubPlan is { } plan && ways[plan.Id] is { } way ? step with { SubPlan = plan with { Recursion = way } } : step).ToEquatableArray(),
        };
    }

    // The shortest way from the plan over the one that a step runs and back; null if there is none.
    private EquatableArray<string>? WayBack(LoadedFile start, string planId)
    {
        var before = new Dictionary<LoadedFile, LoadedFile?>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<LoadedFile>();
        Visit(planId, null);
        while (queue.TryDequeue(out var file))
        {
            if (ReferenceEquals(file, start))
                return WayTo(file, before);
            foreach (var next in PlansOf(file.File.Model))
                Visit(next, file);
        }

        return null;

        void Visit(string id, LoadedFile? from)
        {
            if (library.Find(id) is { } found && before.TryAdd(found, from))
                queue.Enqueue(found);
        }
    }

    private static EquatableArray<string> WayTo(LoadedFile end, Dictionary<LoadedFile, LoadedFile?> before)
    {
        var way = new List<string>();
        for (var file = end; file is not null; file = before[file])
            way.Add(file.File.Model.Id);
        way.Add(end.File.Model.Id);
        way.Reverse();
        return way.ToEquatableArray();
    }

    private IEnumerable<Finding> Missing(PlanModel model)
    {
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (model.Steps[step].SubPlan is { } plan && library.Find(plan.Id) is null)
                yield return NotFound(model.Steps[step].Id, plan.Id, Anchor.Step(step).At(PropertyNames.Plan));
            if (model.Steps[step].Fallback?.SubPlan is { } fallback && library.Find(fallback.Id) is null)
                yield return NotFound(model.Steps[step].Id, fallback.Id, Anchor.Step(step).At(PropertyNames.Fallback));
            if (model.Steps[step].Compensate?.SubPlan is { } compensation && library.Find(compensation.Id) is null)
                yield return NotFound(model.Steps[step].Id, compensation.Id, Anchor.Step(step).At(PropertyNames.Compensate));
        }
    }

    private static Finding NotFound(string step, string planId, Anchor anchor) =>
        new(RuleIds.StepBodyNotFound, anchor, [step, $"runs plan '{planId}', and there is no file '{PlanFileLibrary.FileNameOf(planId)}' beside this one", "write that file, or name a plan that has one"]);
}
