using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Where a plan or state machine is declared, as a value. It goes into reports only, so that moving code emits no source.</summary>
internal sealed record DeclarationLocation(string HintName, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static DeclarationLocation? Of(GeneratorAttributeSyntaxContext match)
    {
        if (match is not { TargetSymbol: INamedTypeSymbol type, TargetNode: TypeDeclarationSyntax declaration })
            return null;
        var location = declaration.Identifier.GetLocation();
        return new(TypeSpecReader.HintNameOf(type), location.GetLineSpan().Path, location.SourceSpan, location.GetLineSpan().Span);
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
