using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanDsl.CodeFixes;

/// <summary>A provider of fixes for what is wrong in plan files. They compose as those for C# do: Fix All is all of them in one
/// <see cref="FixSession"/>, so that the edits of one file are one change of it.</summary>
public abstract class PlanFileFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => PlanFileFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await PlanFileDocument.TryReadAsync(context.TextDocument, context.CancellationToken).ConfigureAwait(false) is not { } file)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await FindFixesAsync(file, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(ComposingFixProvider.ActionOf(fix.Title, FileFixKey.Of(fix, file), file.Document.Project.Solution, [fix]), diagnostic);
        }
    }

    /// <summary>The fixes that are sound for <paramref name="diagnostic"/>, the likeliest first.</summary>
    internal abstract Task<ImmutableArray<Fix>> FindFixesAsync(PlanFileDocument file, Diagnostic diagnostic, CancellationToken cancellationToken);
}
