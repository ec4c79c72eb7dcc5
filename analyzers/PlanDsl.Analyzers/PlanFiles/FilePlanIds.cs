using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Which plan files have an id that another plan has: PLAN0009. Plans that are written in C# go before files. Thread-safe.</summary>
/// <param name="plans">The plans that are made of files.</param>
/// <param name="written">Those that are written in C#.</param>
internal sealed class FilePlanIds(FilePlans plans, PlanIds written)
{
    private Dictionary<string, string>? _owners;

    /// <summary>A finding if another plan has the id of the file.</summary>
    public IEnumerable<Finding> Check(PlanFileText text, CancellationToken cancellationToken)
    {
        var owners = LazyInitializer.EnsureInitialized(ref _owners, () => FindOwners(cancellationToken))!;
        var id = text.File.Model.Id;
        var owner = written.OwnersIn(cancellationToken).TryGetValue(id, out var type) ? type.ToDisplayString()
            : owners[id] is { } path && path != text.Path ? plans.Texts.PlaceOf(plans.Texts.Find(path)!).RelativePath
            : null;
        if (owner is not null)
            yield return new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.Id), [id, owner, "plan_id"]);
    }

    private Dictionary<string, string> FindOwners(CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (text, _) in plans.TargetsIn(cancellationToken))
        {
            if (!owners.ContainsKey(text.File.Model.Id))
                owners.Add(text.File.Model.Id, text.Path);
        }

        return owners;
    }
}
