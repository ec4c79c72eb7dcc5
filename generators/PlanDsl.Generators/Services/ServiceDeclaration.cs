using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>A declaration marked <c>[Plan]</c>, as far as it matters to containers; read at one look, as <see cref="PlanDeclaration"/> is.</summary>
/// <param name="Plan">The plan, if a container can make it.</param>
/// <param name="FileClass">The class, if it names a plan file, for which none is declared then.</param>
internal sealed record ServiceDeclaration(RegisteredPlan? Plan, FilePlanClass? FileClass)
{
    public static ServiceDeclaration Of(GeneratorAttributeSyntaxContext match, CancellationToken cancellationToken) =>
        match.TargetSymbol is INamedTypeSymbol type && AttributedTypes.IsFirst(match)
            ? new(RegisteredPlan.Of(type), PlanSymbols.TryCreate(match.SemanticModel.Compilation) is { } symbols ? FilePlanClass.Of(type, symbols) : null)
            : new(null, null);
}
