using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PlanDsl.CodeFixes;

/// <summary>Fix All for every <see cref="PlanFileFixProvider"/>, in a plan file, in those of a project or in those of the solution. The
/// providers that there are for documents of code find no additional ones.</summary>
internal sealed class PlanFileFixAllProvider : FixAllProvider
{
    public static readonly PlanFileFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext is not { CodeFixProvider: PlanFileFixProvider provider, CodeActionEquivalenceKey: { } key })
            return null;

        var (remedy, path) = FileFixKey.Split(key);
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        foreach (var project in ProjectsOf(fixAllContext))
        {
            var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var document in DocumentsOf(project).Where(document => fixAllContext.Scope is not FixAllScope.Document || document.FilePath == path))
                fixes.AddRange(await FindFixesAsync(provider, remedy, document, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false));
        }

        return fixes.Count == 0
            ? null
            : ComposingFixProvider.ActionOf(fixes[0].Title, key, fixAllContext.Solution, fixes.ToImmutable());
    }

    private static IEnumerable<Project> ProjectsOf(FixAllContext context) => context.Scope is FixAllScope.Solution
        ? context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp).OrderBy(static project => project.Name, StringComparer.Ordinal)
        : [context.Project];

    private static IEnumerable<TextDocument> DocumentsOf(Project project) =>
        project.AdditionalDocuments.OrderBy(static document => document.FilePath, StringComparer.Ordinal);

    // In the order of position, so that the same file is always fixed in the same way.
    private static async Task<IEnumerable<Fix>> FindFixesAsync(
        PlanFileFixProvider provider, string remedy, TextDocument document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var here = diagnostics
            .Where(diagnostic => diagnostic.Location.Kind is LocationKind.ExternalFile && diagnostic.Location.GetLineSpan().Path == document.FilePath)
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan)
            .ToList();
        if (here.Count == 0 || await PlanFileDocument.TryReadAsync(document, cancellationToken).ConfigureAwait(false) is not { } file)
            return [];

        var fixes = new List<Fix>();
        foreach (var diagnostic in here)
        {
            var found = await provider.FindFixesAsync(file, diagnostic, cancellationToken).ConfigureAwait(false);
            if (found.FirstOrDefault(fix => fix.EquivalenceKey == remedy) is { } fix)
                fixes.Add(fix);
        }

        return fixes;
    }
}
