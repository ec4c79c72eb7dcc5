using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.CodeFixes;

/// <summary>A remedy for one diagnostic, found to be sound before it is offered.</summary>
/// <param name="Title">What an editor shows.</param>
/// <param name="EquivalenceKey">What the same remedy has in common wherever it is offered: what Fix All applies.</param>
/// <param name="ApplyAsync">Adds its edits to those of others. All of them see the code as it was before the first.</param>
internal sealed record Fix(string Title, string EquivalenceKey, Func<FixSession, CancellationToken, Task> ApplyAsync)
{
    /// <summary>A remedy that writes one expression in place of another.</summary>
    public static Fix Replacing(Document document, ExpressionSyntax written, ExpressionSyntax replacement, string title, string equivalenceKey) =>
        new(title, equivalenceKey, async (session, cancellationToken) =>
        {
            var editor = await session.EditAsync(document, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(written, replacement.WithTriviaFrom(written));
        });
}
