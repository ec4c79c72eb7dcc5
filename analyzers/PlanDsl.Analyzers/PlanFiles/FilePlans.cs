using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>The plans of a compilation that are made of plan files. Each is made when it is first asked for, by whichever action that is, of
/// what the generator makes it of too. Thread-safe: two that ask at once may both make a plan, and get equal ones.</summary>
internal sealed class FilePlans
{
    private readonly PlanSymbols? _symbols;
    private readonly FilePlanIds? _ids;
    private readonly ConcurrentDictionary<(string Path, string Class), FilePlan> _plans = new();
    private readonly ConcurrentDictionary<string, FileClassInputs?> _inputs = new(StringComparer.Ordinal);
    private PlanFileAssociation? _association;
    private PlanCatalog? _catalog;

    /// <param name="texts">The files.</param>
    /// <param name="symbols">The known types of the compilation; <see langword="null"/> where it does not refer to the runtime.</param>
    public FilePlans(PlanFileTexts texts, PlanSymbols? symbols)
    {
        Texts = texts;
        _symbols = symbols;
        _ids = symbols is null ? null : new(this, new(symbols), symbols.Compilation);
    }

    /// <summary>The files.</summary>
    public PlanFileTexts Texts { get; }

    /// <summary>What is wrong in a file, in its order. Several classes may name it: what all of them would say is said once.</summary>
    public IEnumerable<Finding> FindingsIn(PlanFileText text, CancellationToken cancellationToken)
    {
        if (_symbols is null)
            return text.File.Check();
        var association = AssociationOf(cancellationToken);
        var classes = association.ClassesOf(text.Path);

        // A class that misspells its name has been told so; what the file lacks without a class is no second mistake.
        if (classes.IsEmpty && association.IsProbablyMeant(text.Path))
            return PlanOf(text, null, cancellationToken).FileFindings.Where(static finding => finding.Id != RuleIds.StepBodyNotFound);
        var found = classes.IsEmpty
            ? PlanOf(text, null, cancellationToken).FileFindings
            : classes.SelectMany(reference => PlanOf(text, reference, cancellationToken).FileFindings).Distinct();
        return [.. found, .. _ids!.Check(text, cancellationToken)];
    }

    /// <summary>What is wrong in a class that names a file.</summary>
    public IEnumerable<Finding> FindingsIn(INamedTypeSymbol type, PlanFileReference reference, CancellationToken cancellationToken)
    {
        var association = AssociationOf(cancellationToken);
        if (association.FaultOf(reference) is { } fault)
            return [fault];
        return association.FileOf(reference) is { } path && Texts.Find(path) is { } text
            ? [.. PlanOf(text, reference, cancellationToken).ClassFindings, .. _ids!.Check(text, reference, cancellationToken)]
            : [];
    }

    /// <summary>What is wrong with a plan in C#, with what that says of the files that it runs.</summary>
    public IEnumerable<Finding> FindingsIn(PlanSpec written, CancellationToken cancellationToken) =>
        FileSubPlans.FindingsOf(CirclesThroughFiles.Complete(written, NestingFor(written, cancellationToken)), type => InputsOf(type, cancellationToken));

    // To know it all plans are read.
    private PlanCatalog NestingFor(PlanSpec written, CancellationToken cancellationToken) =>
        written.Model.Steps.Any(static step => step.SubPlan is not null) && Texts.Files.Any(file => Texts.Find(file.Path) is { RunsPlans: true })
            ? CatalogOf(cancellationToken).Nesting
            : PlanCatalog.Empty;

    private FileClassInputs? InputsOf(string type, CancellationToken cancellationToken)
    {
        var association = AssociationOf(cancellationToken);
        return _inputs.GetOrAdd(type, _ => association.References.FirstOrDefault(reference => reference.Type == type) is { } named
            && association.FileOf(named) is { } path && Texts.Find(path) is { } text ? FileClassInputs.Of(type, text.File) : null);
    }

    /// <summary>Which class names which file.</summary>
    public PlanFileAssociation AssociationOf(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _association, () => new(
            Texts.Files.Select(static file => file.Path).ToEquatableArray(),
            DeclaredPlans.In(_symbols!, cancellationToken).Select(type => FileClass.ReferenceOf(type, _symbols!)).OfType<PlanFileReference>().ToEquatableArray(),
            Texts.ProjectDirectory))!;

    private FilePlan PlanOf(PlanFileText text, PlanFileReference? reference, CancellationToken cancellationToken)
    {
        var key = (text.Path, reference?.Type ?? "");
        return _plans.TryGetValue(key, out var plan)
            ? plan
            : _plans.GetOrAdd(key, Make(text, reference, text.RunsPlans ? CatalogOf(cancellationToken) : PlanCatalog.Empty, cancellationToken));
    }

    private FilePlan Make(PlanFileText text, PlanFileReference? reference, PlanCatalog catalog, CancellationToken cancellationToken)
    {
        var type = reference is null ? null : _symbols!.Compilation.Assembly.GetTypeByMetadataName(reference.Type);
        return FilePlanReader.Read(text.File, Texts.PlaceOf(text), type, type is null ? null : _symbols, catalog, cancellationToken);
    }

    // What a file knows of the plans that it runs is their results, and those may be results of plans that they run. So each is made of the
    // names of the others first.
    private PlanCatalog CatalogOf(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _catalog, () =>
        {
            var written = DeclaredPlans.In(_symbols!, cancellationToken)
                .Where(type => FileClass.ReferenceOf(type, _symbols!) is null)
                .Select(type => CatalogPlan.Of(PlanReader.Read(type, _symbols!, cancellationToken)))
                .ToImmutableArray();
            var targets = TargetsIn(cancellationToken).ToImmutableArray();
            var names = new PlanCatalog(written.Concat(targets.Select(NameOf)).ToEquatableArray());
            return new PlanCatalog(written
                .Concat(targets.Select(target => CatalogPlan.Of(Make(target.Text, target.Reference, target.Text.RunsPlans ? names : PlanCatalog.Empty, cancellationToken).Spec)))
                .ToEquatableArray());
        })!;

    /// <summary>The files and the classes that name them, in the order in which the generator makes plans of them.</summary>
    public IEnumerable<(PlanFileText Text, PlanFileReference? Reference)> TargetsIn(CancellationToken cancellationToken)
    {
        var association = AssociationOf(cancellationToken);
        return Texts.Files.Select(file => Texts.Find(file.Path)).OfType<PlanFileText>()
            .SelectMany(text => association.ClassesOf(text.Path) is { IsEmpty: false } classes
                ? classes.Select(reference => (Text: text, Reference: (PlanFileReference?)reference))
                : [(text, null)])
            .OrderBy(static target => target.Text.RunsPlans)
            .ThenBy(static target => target.Reference is not null);
    }

    private CatalogPlan NameOf((PlanFileText Text, PlanFileReference? Reference) target) =>
        CatalogPlan.Of(Make(target.Text, target.Reference, PlanCatalog.Empty, CancellationToken.None).Spec) with { Results = [], Inputs = [] };
}
