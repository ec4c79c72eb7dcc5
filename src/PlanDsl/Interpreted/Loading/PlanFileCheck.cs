using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Judges a plan file with what the files beside it say.</summary>
/// <param name="library">The files.</param>
internal sealed class PlanFileCheck(PlanFileLibrary library)
{
    // Of plans that are nested deeper than this nobody follows a path into the results.
    private const int DeepestResults = 16;

    // A suggestion costs a look at every name, and nobody reads the hundredth.
    private const int MostSuggestions = 100;

    private readonly Dictionary<LoadedFile, SubPlanTarget> _targets = new(ReferenceEqualityComparer.Instance);
    private Nearest? _ids;
    private int _suggestions;

    /// <summary>All that is wrong with a file and with those of the plans that it runs, its own first.</summary>
    public IEnumerable<(LoadedFile File, IReadOnlyList<Finding> Findings)> CheckAll(LoadedFile file)
    {
        var seen = new HashSet<LoadedFile>(ReferenceEqualityComparer.Instance) { file };
        var pending = new Queue<LoadedFile>(seen);
        while (pending.TryDequeue(out var next))
        {
            yield return (next, Check(next, out _));
            foreach (var other in FilesRunBy(next).Where(seen.Add))
                pending.Enqueue(other);
        }
    }

    /// <summary>All that is wrong with a file, in its order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The plan, with what is known of the plans that it runs.</param>
    public IReadOnlyList<Finding> Check(LoadedFile file, out PlanAnalysis analysis)
    {
        var runsPlans = PlansOf(file.File.Model).Any();
        analysis = new(runsPlans ? WithPlans(file) : file.File.Model, TypeFacts.None, Wording.PlanFile);
        return file.File.Check(analysis, [.. TakenId(file), .. runsPlans ? Missing(file.File.Model) : []]);
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
                    Target = TargetOf(other, depth: 1),
                });
            }

            return run with { Recursion = found.Recursion, Depth = found.Depth, Target = found.Target };
        }
    }

    // The same for the plans that it runs in turn, as far as nobody comes back to it.
    private SubPlanTarget TargetOf(LoadedFile file, int depth)
    {
        if (_targets.TryGetValue(file, out var known))
            return known;
        var model = file.File.Model;
        _targets[file] = new(model);
        if (depth < DeepestResults && PlansOf(model).Any())
            _targets[file] = new(model with { Steps = model.Steps.Select(step => step.WithSubPlans(run => library.Find(run.Id) is { } other ? run with { Target = TargetOf(other, depth + 1) } : run)).ToEquatableArray() });
        return _targets[file];
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

    // A plan file is one of those beside it if it is called like one; another may have the name that its plan_id gives it. That matters where a step
    // means one of the two: a copy that runs neither is run like any other file.
    private IEnumerable<Finding> TakenId(LoadedFile file)
    {
        var id = file.File.Model.Id;
        var name = Path.GetFileName(file.Path);
        if (!name.EndsWith(UnknownPlan.FileNameOf(""), StringComparison.OrdinalIgnoreCase) || UnknownPlan.IsFileOf(id, name))
            yield break;
        if (library.Called(id) is { } other && other.File.Model.Id == id && IsRunBy(file, id))
            yield return new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.Id), [id, Path.GetFileName(other.Path), "plan_id"]);
    }

    // By the plan itself, or by one that it runs.
    private bool IsRunBy(LoadedFile file, string planId)
    {
        var seen = new HashSet<LoadedFile>(ReferenceEqualityComparer.Instance) { file };
        var pending = new Queue<LoadedFile>(seen);
        while (pending.TryDequeue(out var next))
        {
            if (PlansOf(next.File.Model).Contains(planId, StringComparer.Ordinal))
                return true;
            foreach (var other in FilesRunBy(next).Where(seen.Add))
                pending.Enqueue(other);
        }

        return false;
    }

    private IEnumerable<Finding> Missing(PlanModel model)
    {
        for (var step = 0; step < model.Steps.Count; step++)
        {
            foreach (var (role, run) in model.Steps[step].SubPlans)
            {
                if (library.Find(run.Id) is null)
                    yield return UnknownPlan.Of(Anchor.StepMethod(step, role).At(PropertyNames.Plan), model.Steps[step].Id, run.Id, IdIn, NearestTo);
            }
        }
    }

    private string? NearestTo(string planId) => _suggestions++ < MostSuggestions ? (_ids ??= new(library.Ids())).To(planId) : null;

    private string? IdIn(string fileName) => library.Called(fileName[..^UnknownPlan.FileNameOf("").Length])?.File.Model.Id;
}
