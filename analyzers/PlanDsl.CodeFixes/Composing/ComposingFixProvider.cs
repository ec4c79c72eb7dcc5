using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanDsl.CodeFixes;

/// <summary>A provider whose fixes compose: Fix All is all of them in one <see cref="FixSession"/>, so that fixes of
/// neighbours (two steps added to one class, two elements removed from one array) do not overwrite each other.</summary>
public abstract class ComposingFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => ComposingFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await FindFixesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(ActionOf(fix.Title, fix.EquivalenceKey, context.Document.Project.Solution, [fix]), diagnostic);
        }
    }

    /// <summary>The fixes that are sound for <paramref name="diagnostic"/>, the likeliest first.</summary>
    internal abstract Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>What makes the change that all of <paramref name="fixes"/> make together.</summary>
    internal static CodeAction ActionOf(string title, string equivalenceKey, Solution solution, ImmutableArray<Fix> fixes) =>
        CodeAction.Create(
            title,
            async cancellationToken =>
            {
                var session = new FixSession(solution);
                foreach (var fix in fixes)
                    await fix.ApplyAsync(session, cancellationToken).ConfigureAwait(false);
                return session.GetChangedSolution();
            },
            equivalenceKey);
}
