using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.CodeFixes;

/// <summary>An element of <c>DependsOn = […]</c> in a <c>[Step]</c> attribute.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Item">The element's expression.</param>
internal sealed record DependencySyntax(AttributeSyntax Attribute, ExpressionSyntax Item)
{
    /// <summary>The element at the place of <paramref name="diagnostic"/>.</summary>
    public static async Task<DependencySyntax?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var node = await document.FindAsync<ExpressionSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        if (node?.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || DependsOn(attribute) is not { } argument)
            return null;
        return ItemsOf(argument.Expression).FirstOrDefault(item => item.Span.Contains(node.Span)) is { } item ? new(attribute, item) : null;
    }

    /// <summary><paramref name="attribute"/> without the element <paramref name="item"/>, which is found by what it says, since
    /// other fixes may have removed others meanwhile.</summary>
    public static AttributeSyntax Remove(AttributeSyntax attribute, ExpressionSyntax item)
    {
        if (DependsOn(attribute) is not { } argument)
            return attribute;

        var items = ItemsOf(argument.Expression).ToArray();
        if (items.FirstOrDefault(other => SyntaxFactory.AreEquivalent(other, item)) is not { } found)
            return attribute;
        if (items.Length > 1)
            return RemoveElement(attribute, items, Array.IndexOf(items, found));

        return attribute.ArgumentList!.Arguments.Count > 1
            ? attribute.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia)!
            : attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia());
    }

    private static AttributeSyntax RemoveElement(AttributeSyntax attribute, ExpressionSyntax[] items, int index)
    {
        var element = ElementOf(items[index]);
        if (index < items.Length - 1)
            return attribute.RemoveNode(element, SyntaxRemoveOptions.KeepNoTrivia)!;

        // The new last element takes over what stands between the old one and the bracket.
        var previous = ElementOf(items[index - 1]);
        var tracked = attribute.TrackNodes(element, previous);
        tracked = tracked.RemoveNode(tracked.GetCurrentNode(element)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        return tracked.ReplaceNode(tracked.GetCurrentNode(previous)!, previous.WithTrailingTrivia(element.GetTrailingTrivia()));
    }

    private static SyntaxNode ElementOf(ExpressionSyntax item) => item.Parent is ExpressionElementSyntax element ? element : item;

    private static AttributeArgumentSyntax? DependsOn(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "DependsOn");

    private static IEnumerable<ExpressionSyntax> ItemsOf(ExpressionSyntax array) => array switch
    {
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax implicitArray => implicitArray.Initializer.Expressions,
        _ => [],
    };
}
