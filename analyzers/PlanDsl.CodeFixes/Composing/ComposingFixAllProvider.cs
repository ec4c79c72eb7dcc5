using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanDsl.CodeFixes;

/// <summary>Fix All for every <see cref="ComposingFixProvider"/>, in a document, a project or the solution.</summary>
internal sealed class ComposingFixAllProvider : FixAllProvider
{
    public static readonly ComposingFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext is not { CodeFixProvider: ComposingFixProvider provider, CodeActionEquivalenceKey: { } key })
            return null;

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        foreach (var (document, diagnostic) in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            var found = await provider.FindFixesAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            if (found.FirstOrDefault(fix => fix.EquivalenceKey == key) is { } fix)
                fixes.Add(fix);
        }

        return fixes.Count == 0
            ? null
            : ComposingFixProvider.ActionOf(fixes[0].Title, key, fixAllContext.Solution, fixes.ToImmutable());
    }

    // In the order of position, so that the same code is always fixed in the same way.
    private static async Task<IEnumerable<(Document Document, Diagnostic Diagnostic)>> DiagnosticsAsync(FixAllContext context)
    {
        var diagnostics = context.Scope switch
        {
            FixAllScope.Document when context.Document is { } document => await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false),
            FixAllScope.Project => await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false),
            FixAllScope.Solution => await OfSolutionAsync(context).ConfigureAwait(false),
            _ => [],
        };
        return diagnostics
            .Select(diagnostic => (Document: context.Solution.GetDocument(diagnostic.Location.SourceTree)!, Diagnostic: diagnostic))
            .Where(static found => found.Document is not null and not SourceGeneratedDocument)
            .OrderBy(static found => found.Document.Project.Name, StringComparer.Ordinal)
            .ThenBy(static found => found.Document.FilePath, StringComparer.Ordinal)
            .ThenBy(static found => found.Diagnostic.Location.SourceSpan);
    }

    private static async Task<ImmutableArray<Diagnostic>> OfSolutionAsync(FixAllContext context)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
            found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return found.ToImmutable();
    }
}
