using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.CodeFixes;

/// <summary>Adds members to types, behind those that are there, in their layout.</summary>
internal static class NewMember
{
    private const string Step = "    ";

    /// <summary><paramref name="type"/> with <paramref name="member"/> at its end.</summary>
    /// <param name="type">The type, as it is by now.</param>
    /// <param name="member">What to add, without layout.</param>
    /// <param name="tree">The tree in which the type stands, whose line endings are used.</param>
    public static TypeDeclarationSyntax Add(TypeDeclarationSyntax type, MemberDeclarationSyntax member, SyntaxTree tree)
    {
        var endOfLine = SyntaxFactory.EndOfLine(tree.ToString().Contains("\r\n") ? "\r\n" : "\n");
        var outer = IndentationOf(type);
        if (type.OpenBraceToken.IsKind(SyntaxKind.None) || type.OpenBraceToken.IsMissing)
            type = WithBraces(type, outer, endOfLine);
        var inner = type.Members.Count > 0 ? IndentationOf(type.Members[type.Members.Count - 1]) : outer.Add(SyntaxFactory.Whitespace(Step));
        var leading = type.Members.Count > 0 ? inner.Insert(0, endOfLine) : inner;
        return type.AddMembers(member.WithLeadingTrivia(leading).WithTrailingTrivia(endOfLine));
    }

    // 'class Plan;' becomes 'class Plan { }'.
    private static TypeDeclarationSyntax WithBraces(TypeDeclarationSyntax type, SyntaxTriviaList outer, SyntaxTrivia endOfLine)
    {
        var trailing = type.SemicolonToken.TrailingTrivia;
        var before = type.SemicolonToken.GetPreviousToken();
        return type.ReplaceToken(before, before.WithTrailingTrivia(endOfLine))
            .WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(outer, SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(endOfLine)))
            .WithCloseBraceToken(SyntaxFactory.Token(outer, SyntaxKind.CloseBraceToken, trailing));
    }

    private static SyntaxTriviaList IndentationOf(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1));
}
