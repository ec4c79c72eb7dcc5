using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>A declaration marked <c>[Plan]</c>, and what becomes of it. Everything that is to be known of it is read at one look: each
/// further one costs a project of many plans time at every keystroke.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Plan">The plan, if it is written in C#.</param>
/// <param name="FileClass">The class, if it names a plan file.</param>
internal sealed record PlanDeclaration(DeclarationLocation? Location, PlanSpec? Plan, FilePlanClass? FileClass)
{
    public static PlanDeclaration Of(GeneratorAttributeSyntaxContext match, CancellationToken cancellationToken)
    {
        var location = DeclarationLocation.Of(match);
        if (match.TargetSymbol is not INamedTypeSymbol type || !AttributedTypes.IsFirst(match) || PlanSymbols.TryCreate(match.SemanticModel.Compilation) is not { } symbols)
            return new(location, null, null);
        return FilePlanClass.Of(type, symbols) is { } fileClass
            ? new(location, null, fileClass)
            : new(location, PlanReader.Read(type, symbols, cancellationToken), null);
    }
}
