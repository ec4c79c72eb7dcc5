using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Where plan files come from: the project's additional files, and the classes that name them.</summary>
internal static class PlanFileSource
{
    /// <summary>The plan files, each with what it is to be compiled into.</summary>
    /// <param name="context">The generator's context.</param>
    /// <param name="classes">The classes that name a plan file.</param>
    /// <param name="association">Which of them names which file.</param>
    public static IncrementalValuesProvider<FilePlanTarget> TargetsIn(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<FilePlanClass> classes,
        out IncrementalValueProvider<PlanFileAssociation> association)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select(PlanProject.Of).WithTrackingName(PlanFileSteps.ReadProject);

        var files = context.AdditionalTextsProvider
            .Where(static file => PlanFilePlace.IsPlanFile(file.Path))
            .Combine(project)
            .Select(static (pair, cancellationToken) => PlanFileText.Of(pair.Left, pair.Right, cancellationToken))
            .WhereNotNull(PlanFileSteps.ReadText)
            .Select(ReadPlanFile.Of).WithTrackingName(PlanFileSteps.Read);

        var gathered = classes.Collect();
        association = files.Select(static (file, _) => file.Place.Path).Collect()
            .Combine(gathered).Combine(project)
            .Select(static (all, _) => new PlanFileAssociation(all.Left.Left.ToEquatableArray(), all.Left.Right.Select(static type => type.Reference).ToEquatableArray(), all.Right.Directory))
            .WithTrackingName(PlanFileSteps.Associate);

        var named = association.Combine(gathered)
            .Select(static (pair, _) => new FilePlanClasses(pair.Left, pair.Right.ToEquatableArray())).WithTrackingName(PlanFileSteps.FindClasses);

        return files.Combine(named)
            .SelectMany(static (pair, _) => FilePlanTarget.Of(pair.Left, pair.Right)).WithTrackingName(PlanFileSteps.Target);
    }

    /// <summary>The inputs of the files that classes name, for plans in C# that run them.</summary>
    /// <param name="targets">The plan files, each with what it is to be compiled into.</param>
    public static IncrementalValueProvider<FileInputCatalog> InputsOf(IncrementalValuesProvider<FilePlanTarget> targets) => targets
        .Where(static target => target.Class is not null)
        .Select(static (target, _) => FileClassInputs.Of(target.Class!.Reference.Type, target.File.File)).WithTrackingName(PlanFileSteps.ReadInputs)
        .Collect()
        .Select(static (all, _) => new FileInputCatalog(all.ToEquatableArray())).WithTrackingName(PlanFileSteps.GatherInputs);
}
