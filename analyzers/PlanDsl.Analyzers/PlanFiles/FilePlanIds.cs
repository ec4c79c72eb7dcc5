using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Which plan files have an id that another plan has (PLAN0009), or would have a class that there is already (PLAN0004). Plans that are
/// written in C# go before files; of several files the one that is called after the id has it, where whoever reads files alone looks for it, else the first, as of several
/// classes of one file. Thread-safe.</summary>
/// <param name="plans">The plans that are made of files.</param>
/// <param name="written">Those that are written in C#.</param>
/// <param name="compilation">The compilation, with what is generated for the files.</param>
internal sealed class FilePlanIds(FilePlans plans, PlanIds written, Compilation compilation)
{
    private Owners? _owners;

    /// <summary>A finding in the file, if its id or its class is that of something else.</summary>
    public IEnumerable<Finding> Check(PlanFileText text, CancellationToken cancellationToken)
    {
        var id = text.File.Model.Id;
        var owners = OwnersIn(cancellationToken);
        if (written.OwnersIn(cancellationToken).TryGetValue(id, out var type))
            return [IdIsTaken(id, type.ToDisplayString())];
        if (owners.OfIds[id].Text is var first && first.Path != text.Path)
            return [IdIsTaken(id, BesideOrRelative(first, text))];

        // A file that a class names needs none, whatever its id.
        var declared = FilePlanNames.TypeOf(id, plans.Texts.PlaceOf(text));
        if (!plans.AssociationOf(cancellationToken).ClassesOf(text.Path).IsEmpty || !owners.OfClasses.TryGetValue(declared.Cref, out var owner))
            return [];
        if (owner.Path != text.Path)
            return [ClassIsTaken(id, declared, $"as is that of '{RelativePathOf(owner)}'; give one of them another plan_id, or a class that names it")];
        var name = FilePlanNames.MetadataNameOf(declared.Cref);
        return AuthoredNames.Find(compilation, name, declared.HintName) is { } taken
            ? [ClassIsTaken(id, declared, taken == name
                ? $"which is declared already; give it [Plan(\"{plans.Texts.PlaceOf(text).Name}\")], or the plan another plan_id"
                : $"and '{taken}' is a type, in which no namespace can be; write a class with [Plan(\"{plans.Texts.PlaceOf(text).Name}\")], or give the project another RootNamespace")]
            : [];
    }

    /// <summary>A finding in a class, if it names a file that is the plan of another class.</summary>
    public IEnumerable<Finding> Check(PlanFileText text, PlanFileReference reference, CancellationToken cancellationToken) =>
        OwnersIn(cancellationToken).OfIds[text.File.Model.Id] is { Reference: { } first, Text: var owner } && owner.Path == text.Path && first != reference
            ? [new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.File), [text.File.Model.Id, compilation.Assembly.GetTypeByMetadataName(first.Type)!.ToDisplayString(), "plan file"])]
            : [];

    private string RelativePathOf(PlanFileText text) => plans.Texts.PlaceOf(text).RelativePath;

    // A file beside it goes by its name.
    private string BesideOrRelative(PlanFileText owner, PlanFileText text)
    {
        var (place, other) = (plans.Texts.PlaceOf(owner), plans.Texts.PlaceOf(text));
        return DirectoryOf(place.RelativePath) == DirectoryOf(other.RelativePath) ? place.Name : place.RelativePath;
    }

    private static string DirectoryOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);

    private bool IsCalledAfter(string id, PlanFileText text) => UnknownPlan.IsFileOf(id, plans.Texts.PlaceOf(text).Name);

    private static Finding IdIsTaken(string id, string owner) => new(RuleIds.DuplicatePlanId, Anchor.Plan.At(PropertyNames.Id), [id, owner, "plan_id"]);

    private static Finding ClassIsTaken(string id, TypeSpec declared, string fault) =>
        new(RuleIds.InvalidName, Anchor.Plan.At(PropertyNames.Id), [id, "the id of a plan that no class names", $"its class would be '{FilePlanNames.MetadataNameOf(declared.Cref)}', {fault}"]);

    private Owners OwnersIn(CancellationToken cancellationToken) => LazyInitializer.EnsureInitialized(ref _owners, () => FindOwners(cancellationToken))!;

    private Owners FindOwners(CancellationToken cancellationToken)
    {
        var owners = new Owners();
        var targets = plans.TargetsIn(cancellationToken).ToList();
        foreach (var target in targets)
        {
            var id = target.Text.File.Model.Id;
            if (!owners.OfIds.TryGetValue(id, out var first) || (!IsCalledAfter(id, first.Text) && IsCalledAfter(id, target.Text)))
                owners.OfIds[id] = target;
        }

        // What has not its id has no class of that name either.
        foreach (var (text, reference) in targets)
        {
            var id = text.File.Model.Id;
            if (reference is null && owners.OfIds[id].Text.Path == text.Path && FilePlanNames.TypeOf(id, plans.Texts.PlaceOf(text)).Cref is var type && !owners.OfClasses.ContainsKey(type))
                owners.OfClasses.Add(type, text);
        }

        return owners;
    }

    private sealed class Owners
    {
        public Dictionary<string, (PlanFileText Text, PlanFileReference? Reference)> OfIds { get; } = new(StringComparer.Ordinal);

        // By the class as it is spelled; a file that a class names is not here, even if its id would give it one.
        public Dictionary<string, PlanFileText> OfClasses { get; } = new(StringComparer.Ordinal);
    }
}
