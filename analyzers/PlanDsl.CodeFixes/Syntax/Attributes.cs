using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace PlanDsl.CodeFixes;

/// <summary>Finds and writes PlanDsl's attributes.</summary>
internal static class Attributes
{
    /// <summary>The attribute of <paramref name="symbol"/> with this name, without namespace and suffix.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass is { ContainingNamespace: { Name: "PlanDsl", ContainingNamespace.IsGlobalNamespace: true } } type
            && type.Name == name + "Attribute");

    /// <summary><c>[Name(argument)]</c> as short as the place where it goes allows.</summary>
    public static AttributeListSyntax Create(string name, AttributeArgumentSyntax? argument = null)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName($"global::PlanDsl.{name}").WithAdditionalAnnotations(Simplifier.Annotation));
        if (argument is not null)
            attribute = attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
    }

    /// <summary><c>"text"</c> as an argument of an attribute, or <c>Property = "text"</c>.</summary>
    public static AttributeArgumentSyntax Argument(string text, string? property = null)
    {
        var argument = SyntaxFactory.AttributeArgument(Literal(text));
        return property is null ? argument : argument.WithNameEquals(SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)));
    }

    /// <summary><paramref name="parameter"/> with <c>[Name(argument)]</c> before it, on its line.</summary>
    public static ParameterSyntax AddTo(ParameterSyntax parameter, string name, AttributeArgumentSyntax? argument = null)
    {
        var list = Create(name, argument).WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.AttributeLists.Count > 0
            ? parameter.AddAttributeLists(list)
            : parameter.WithoutLeadingTrivia().AddAttributeLists(list.WithLeadingTrivia(parameter.GetLeadingTrivia()));
    }

    public static LiteralExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
