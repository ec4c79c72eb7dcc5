using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Where plans come from: declarations marked <c>[Plan]</c>.</summary>
internal static class PlanDeclarations
{
    public static PlanSpec? Read(GeneratorAttributeSyntaxContext match, CancellationToken cancellationToken) =>
        match.TargetSymbol is INamedTypeSymbol type && AttributedTypes.IsFirst(match)
            && PlanSymbols.TryCreate(match.SemanticModel.Compilation) is { } symbols
            ? PlanReader.Read(type, symbols, cancellationToken)
            : null;
}
