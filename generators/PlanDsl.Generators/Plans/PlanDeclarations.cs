using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Where plans come from that are written in C#: declarations marked <c>[Plan]</c> that name no plan file.</summary>
internal static class PlanDeclarations
{
    public static PlanSpec? Read(GeneratorAttributeSyntaxContext match, CancellationToken cancellationToken) =>
        match.TargetSymbol is INamedTypeSymbol type && AttributedTypes.IsFirst(match)
            && PlanSymbols.TryCreate(match.SemanticModel.Compilation) is { } symbols
            && FileClass.ReferenceOf(type, symbols) is null
            ? PlanReader.Read(type, symbols, cancellationToken)
            : null;
}
