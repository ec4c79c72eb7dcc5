using Microsoft.CodeAnalysis;

namespace PlanDsl.CodeFixes;

internal static class DocumentExtensions
{
    /// <summary>The innermost node of this kind at the place of a diagnostic.</summary>
    public static async Task<TNode?> FindAsync<TNode>(this Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        where TNode : SyntaxNode
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>();
    }
}
