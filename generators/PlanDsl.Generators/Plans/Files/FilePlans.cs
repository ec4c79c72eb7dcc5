using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The plans that are made of plan files.</summary>
/// <remarks>A file that runs other plans has to know their results, and they may be files that run plans in turn. So each such file is bound
/// twice: with the names of the others, which tells its own results, and then with the results of the others. All other files are bound once, and
/// without looking at any other. Of a file that no class names, nothing depends on the compilation.</remarks>
internal static class FilePlans
{
    /// <summary>The plans, from several sources, each of which goes its own way: to join them, they would have to wait for each other.</summary>
    /// <param name="context">The generator's context.</param>
    /// <param name="plans">The plans that are written in C#.</param>
    /// <param name="classes">The classes that name a plan file.</param>
    /// <param name="inputs">The inputs of the files that they name.</param>
    /// <param name="nesting">Which plans run which, where files are among those that run others.</param>
    public static ImmutableArray<IncrementalValuesProvider<PlanOfFile>> Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<PlanSpec> plans,
        IncrementalValuesProvider<FilePlanClass> classes,
        out IncrementalValueProvider<FileInputCatalog> inputs,
        out IncrementalValueProvider<PlanCatalog> nesting)
    {
        var targets = PlanFileSource.TargetsIn(context, classes, out var association);
        inputs = PlanFileSource.InputsOf(targets);
        var written = plans.Select(static (plan, _) => CatalogPlan.Of(plan));

        var names = CatalogOf(PlanFileSteps.NamePlans, written, targets.Select(static (target, _) => target.Named()));
        var drafts = Bind(context, targets, names, PlanFileSteps.Draft);

        var catalog = CatalogOf(PlanFileSteps.Catalog, [written, .. drafts.Select(static some => some.Select(static (draft, _) => CatalogPlan.Of(draft.Plan)))]);
        nesting = catalog.Select(static (all, _) => all.Nesting).WithTrackingName(PlanFileSteps.Nest);
        var others = Bind(context, targets.Where(static target => target.File.RunsPlans), catalog, PlanFileSteps.Bind);

        var lost = classes.Combine(association)
            .Where(static pair => pair.Right.FileOf(pair.Left.Reference) is null)
            .Select(static (pair, _) => new PlanOfFile(pair.Left.WithoutFile(), ""));

        return
        [
            .. drafts.Select(static some => some.Where(static draft => !draft.Target.File.RunsPlans)).Concat(others)
                .Select(static some => some.Select(static (draft, _) => new PlanOfFile(draft.Plan, draft.Target.File.Place.Path))),
            lost,
        ];
    }

    private static IncrementalValueProvider<PlanCatalog> CatalogOf(string step, params IncrementalValuesProvider<CatalogPlan>[] plans) =>
        ValuesProviders.Gather(plans).Select(static (all, _) => new PlanCatalog(all.ToEquatableArray())).WithTrackingName(step);

    private static ImmutableArray<IncrementalValuesProvider<FilePlanDraft>> Bind(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<FilePlanTarget> targets, IncrementalValueProvider<PlanCatalog> catalog, string step)
    {
        var given = targets.Combine(catalog)
            .Select(static (pair, _) => (Target: pair.Left, Catalog: pair.Left.File.RunsPlans ? pair.Right : PlanCatalog.Empty));

        var free = given.Where(static one => one.Target.Class is null)
            .Select(static (one, cancellationToken) => FilePlanBinding.Bind(one.Target, one.Catalog, cancellationToken)).WithTrackingName(step);

        var bound = given.Where(static one => one.Target.Class is not null)
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellationToken) => FilePlanBinding.Bind(pair.Left.Target, pair.Left.Catalog, pair.Right, cancellationToken))
            .WhereNotNull(step);

        return [free, bound];
    }
}
