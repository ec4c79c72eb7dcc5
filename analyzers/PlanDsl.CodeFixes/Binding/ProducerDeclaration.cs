using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>A step to be written that produces what a parameter of another binds.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="ResultKey">The result_key to be declared; <see langword="null"/> where the name gives it.</param>
internal sealed record ProducerDeclaration(string Name, string? ResultKey)
{
    /// <summary>A step for <paramref name="unbound"/>, under a name that the plan does not use yet.</summary>
    public static ProducerDeclaration? TryCreate(UnboundParameter unbound, PlanSymbols symbols)
    {
        var plan = unbound.Symbol.ContainingType;
        var ids = new HashSet<string>(StepMethods.Of(plan, symbols).Select(static step => StepMethods.IdOf(step.Name)), StringComparer.Ordinal);
        var name = PascalCase.From(unbound.Key);
        if (name.Length == 0)
            return null;

        foreach (var candidate in new[] { name, "Get" + name, "Produce" + name })
        {
            var id = StepMethods.IdOf(candidate);
            if (!IsTaken(plan, candidate) && !ids.Contains(id) && !ReservedNames.IsReservedMethod(candidate))
                return new(candidate, id == unbound.Key ? null : unbound.Key);
        }

        return null;
    }

    /// <summary>The method, laid out to stand before the step of <paramref name="unbound"/>.</summary>
    public MethodDeclarationSyntax Write(UnboundParameter unbound, SyntaxGenerator generator)
    {
        var neighbour = unbound.Method;
        var leading = neighbour.GetLeadingTrivia();
        var indentation = SyntaxFactory.TriviaList(leading.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        var followsBlankLine = leading.Count > 0 && leading[0].IsKind(SyntaxKind.EndOfLineTrivia);
        var endOfLine = SyntaxFactory.EndOfLine(neighbour.SyntaxTree.ToString().Contains("\r\n") ? "\r\n" : "\n");

        var step = ResultKey is null
            ? Attributes.Create("Step")
            : Attributes.Create("Step", Attributes.Argument(ResultKey, "ResultKey"));
        var type = unbound.Symbol.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : unbound.Symbol.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

        var method = SyntaxFactory.MethodDeclaration((TypeSyntax)generator.TypeExpression(type).WithTrailingTrivia(SyntaxFactory.Space), Name)
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(
                Spaced(SyntaxKind.EqualsGreaterThanToken, before: true),
                SyntaxFactory.ThrowExpression(Spaced(SyntaxKind.ThrowKeyword), NotImplemented())))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        if (neighbour.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
            method = method.WithModifiers(SyntaxFactory.TokenList(Spaced(SyntaxKind.PrivateKeyword)));
        return method
            .WithLeadingTrivia(indentation)
            .WithAttributeLists(SyntaxFactory.SingletonList(step.WithTrailingTrivia(endOfLine)))
            .WithLeadingTrivia(followsBlankLine ? indentation.Insert(0, endOfLine) : indentation)
            .WithTrailingTrivia(followsBlankLine ? SyntaxFactory.TriviaList(endOfLine) : SyntaxFactory.TriviaList(endOfLine, endOfLine));
    }

    private static SyntaxToken Spaced(SyntaxKind kind, bool before = false)
    {
        var token = SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
        return before ? token.WithLeadingTrivia(SyntaxFactory.Space) : token;
    }

    private static ObjectCreationExpressionSyntax NotImplemented() =>
        SyntaxFactory.ObjectCreationExpression(
            Spaced(SyntaxKind.NewKeyword),
            SyntaxFactory.ParseTypeName("global::System.NotImplementedException").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.ArgumentList(),
            initializer: null);

    private static bool IsTaken(INamedTypeSymbol plan, string name)
    {
        for (var type = plan; type is not null; type = type.BaseType)
        {
            if (type.Name == name || !type.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }
}
