using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Generates <c>services.Add{AssemblyName}Plans()</c>, which registers the plans of an assembly.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PlanServicesGenerator : IIncrementalGenerator
{
    // No type can have this metadata name, so no plan has this file.
    private const string HintName = "PlanDsl-services.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(PlanTypeNames.PlanAttribute, AttributedTypes.IsCandidate, ServiceDeclaration.Of);

        var plans = declarations
            .Select(static (declaration, _) => declaration.Plan)
            .WhereNotNull(PlanServicesSteps.Read)
            .Collect();

        var classes = declarations
            .Select(static (declaration, _) => declaration.FileClass)
            .WhereNotNull(PlanFileSteps.FindClass);

        var assembly = context.CompilationProvider
            .Select(static (compilation, _) => PlanServicesWriter.CanBeCompiledIn(compilation) ? compilation.AssemblyName : null)
            .WithTrackingName(PlanServicesSteps.NameAssembly);

        var files = PlanFileSource.TargetsIn(context, classes, out _)
            .Where(static target => target.Class is null)
            .Select(static (target, _) => RegisteredPlan.Of(target)).WithTrackingName(PlanServicesSteps.ReadFile)
            .Collect()
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => RegisteredPlan.Declared(pair.Left, pair.Right)).WithTrackingName(PlanServicesSteps.FindDeclared);

        context.RegisterSourceOutput(plans.Combine(files).Select(static (both, _) => both.Left.AddRange(both.Right)).Combine(assembly), static (output, pair) => Emit(output, pair.Left, pair.Right));
    }

    private static void Emit(SourceProductionContext output, ImmutableArray<RegisteredPlan> plans, string? assembly)
    {
        if (assembly is not null && plans.Length > 0)
            output.AddSource(HintName, PlanServicesWriter.Write(assembly, plans.Sort(static (one, other) => string.CompareOrdinal(one.Type, other.Type))));
    }
}
