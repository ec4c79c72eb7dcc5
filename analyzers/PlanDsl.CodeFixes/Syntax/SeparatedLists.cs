using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.CodeFixes;

/// <summary>Adds to lists of parameters and arguments in the layout that they have: all on one line, or one on each.</summary>
internal static class SeparatedLists
{
    /// <summary><paramref name="list"/> with <paramref name="item"/> at its end.</summary>
    /// <param name="list">The list.</param>
    /// <param name="item">What to add, without trivia.</param>
    /// <param name="open">The bracket before the list, which shows the layout where there is but one item.</param>
    public static SeparatedSyntaxList<TNode> Append<TNode>(SeparatedSyntaxList<TNode> list, TNode item, SyntaxToken open)
        where TNode : SyntaxNode
    {
        if (list.Count == 0)
            return SyntaxFactory.SingletonSeparatedList(item);

        var model = list.SeparatorCount > 0 ? list.GetSeparator(list.SeparatorCount - 1) : open;
        var lineBreak = model.TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var isOnLine = lineBreak == default;
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnLine ? SyntaxFactory.Space : lineBreak);
        var last = list.Last();
        var added = isOnLine ? item : item.WithLeadingTrivia(last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

        // A comment or line break after the last item now stands after the new last one.
        var kept = list.Replace(last, last.WithoutTrailingTrivia());
        return SyntaxFactory.SeparatedList(
            kept.Concat([added.WithTrailingTrivia(last.GetTrailingTrivia())]),
            kept.GetSeparators().Concat([comma]));
    }
}
