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
        analysis = new(runsPlans ? WithPlans(file) : file.File.Model, TypeFacts.None, Wording.PlanFile);
        return file.File.Check(analysis, runsPlans ? Missing(file.File.Model) : []);
    }

    /// <summary>The ids of the plans that a plan runs, also in place of a step or to undo one.</summary>
    public static IEnumerable<string> PlansOf(PlanModel model) => RunBy(model).Select(static plan => plan.Id);

    /// <summary>The same with what they are given.</summary>
    public static IEnumerable<SubPlanModel> RunBy(PlanModel model) => model.Steps.SelectMany(static step => step.SubPlans).Select(static run => run.Plan);

    // With what the files say of the plans that it runs.
    private PlanModel WithPlans(LoadedFile file)
    {
        var known = new Dictionary<string, SubPlanModel>(StringComparer.Ordinal);
        var depths = new Dictionary<LoadedFile, int>(ReferenceEqualityComparer.Instance);
        return file.File.Model with { Steps = file.File.Model.Steps.Select(step => step.WithSubPlans(Known)).ToEquatableArray() };

        SubPlanModel Known(SubPlanModel run)
        {
            if (library.Find(run.Id) is not { } other)
                return run;
            if (!known.TryGetValue(run.Id, out var found))
            {
                known.Add(run.Id, found = new(run.Id)
                {
                    Recursion = WayBack(file, run.Id) ?? [],
                    Depth = PlanNestingDepth.Of(other, FilesRunBy, depths),
                    Target = new(other.File.Model),
                });
            }

            return run with { Recursion = found.Recursion, Depth = found.Depth, Target = found.Target };
        }
    }

    private IEnumerable<LoadedFile> FilesRunBy(LoadedFile file) => PlansOf(file.File.Model).Select(library.Find).OfType<LoadedFile>();

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
            foreach (var (role, run) in model.Steps[step].SubPlans)
            {
                if (library.Find(run.Id) is null)
                    yield return NotFound(model.Steps[step].Id, run.Id, Anchor.StepMethod(step, role).At(PropertyNames.Plan));
            }
        }
    }

    private static Finding NotFound(string step, string planId, Anchor anchor) =>
        new(RuleIds.StepBodyNotFound, anchor, [step, $"runs plan '{planId}', and there is no file '{PlanFileLibrary.FileNameOf(planId)}' beside this one", "write that file, or name a plan that has one"]);
}
