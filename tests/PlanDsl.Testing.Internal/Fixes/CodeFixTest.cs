using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>Applies code fixes as an editor does, compares the whole text, and analyzes again what came out: no error may
/// be left but those that the test names.</summary>
public sealed record CodeFixTest
{
    /// <summary>The fixes.</summary>
    public required CodeFixProvider Provider { get; init; }

    /// <summary>Who reports what is to be fixed.</summary>
    public required ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; }

    /// <summary>The generators of the project.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>Whether the project has the global usings of <see cref="TestCompilation"/>.</summary>
    public bool ImplicitUsings { get; init; } = true;

    /// <summary>The ids of errors that may be left.</summary>
    public ImmutableArray<string> RemainingErrors { get; init; } = [];

    /// <summary>Applies the fix <paramref name="key"/> to the first diagnostic of <paramref name="before"/> that has it.</summary>
    public Task FixAsync(string key, string before, string after) => FixAsync(key, [before], [after]);

    /// <summary>Applies the fix <paramref name="key"/> to the first diagnostic of the sources that has it.</summary>
    public Task FixAsync(string key, string[] before, string[] after) => FixAsync(key, new CodeAndFiles([.. before], []), new([.. after], []));

    /// <summary>Applies the fix whose key begins with <paramref name="key"/> to the first diagnostic of a plan file that has it.</summary>
    public Task FixFileAsync(string key, string before, string after) => FixAsync(key, new CodeAndFiles([], [before]), new([], [after]));

    /// <summary>Applies the fix <paramref name="key"/> to the first diagnostic that has it.</summary>
    public async Task FixAsync(string key, CodeAndFiles before, CodeAndFiles after)
    {
        var solution = new FixableSolution(this, before, projectPerSource: false);
        foreach (var diagnostic in await solution.FixableDiagnosticsAsync())
        {
            var actions = await solution.ActionsAsync(diagnostic);
            if (actions.FirstOrDefault(action => Is(action, key)) is { } action)
            {
                await solution.AssertChangedToAsync(after, action);
                return;
            }
        }

        Assert.Fail($"No diagnostic is offered '{key}', but:\n{string.Join('\n', await OfferedAsync(before))}");
    }

    /// <summary>Applies the fix <paramref name="key"/> to everything in the document or project of the first source, or in
    /// a solution that has a project for each source.</summary>
    public async Task FixAllAsync(string key, FixAllScope scope, string[] before, string[] after)
    {
        var solution = new FixableSolution(this, new([.. before], []), projectPerSource: scope is FixAllScope.Solution);
        var document = solution.FirstDocument;
        var context = new FixAllContext(
            document, Provider, scope, key, Provider.FixableDiagnosticIds, new FixAllDiagnostics(solution), CancellationToken.None);
        await FixAllAsync(solution, context, new([.. after], []));
    }

    /// <summary>Applies the fix whose key begins with <paramref name="key"/> to everything in the first plan file, in its project, or in a
    /// solution that has a project for each plan file. An editor gives no document for files that are no code.</summary>
    public Task FixAllFilesAsync(string key, FixAllScope scope, string[] before, string[] after) =>
        FixAllFilesAsync(key, scope, new CodeAndFiles([], [.. before]), new([], [.. after]));

    /// <summary>The same where sources stand beside the files.</summary>
    public async Task FixAllFilesAsync(string key, FixAllScope scope, CodeAndFiles before, CodeAndFiles after)
    {
        var solution = new FixableSolution(this, before, projectPerSource: scope is FixAllScope.Solution);
        var first = (await solution.FixableDiagnosticsAsync())[0];
        var action = (await solution.ActionsAsync(first)).First(action => Is(action, key));
        var context = new FixAllContext(
            solution.FirstProject, Provider, scope, action.EquivalenceKey!, Provider.FixableDiagnosticIds, new FixAllDiagnostics(solution), CancellationToken.None);
        await FixAllAsync(solution, context, after);
    }

    private async Task FixAllAsync(FixableSolution solution, FixAllContext context, CodeAndFiles after)
    {
        var fixAll = Provider.GetFixAllProvider();
        Assert.NotNull(fixAll);
        Assert.Contains(context.Scope, fixAll.GetSupportedFixAllScopes());
        var action = await fixAll.GetFixAsync(context);
        Assert.NotNull(action);
        await solution.AssertChangedToAsync(after, action);
    }

    /// <summary>The titles of the fixes that are offered for the sources, in order.</summary>
    public Task<IReadOnlyList<string>> OfferedAsync(params string[] sources) => OfferedAsync(new CodeAndFiles([.. sources], []));

    /// <summary>The titles of the fixes that are offered for a plan file, in order.</summary>
    public Task<IReadOnlyList<string>> OfferedInFileAsync(string file) => OfferedAsync(new CodeAndFiles([], [file]));

    /// <summary>The titles of the fixes that are offered, in order.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(CodeAndFiles code)
    {
        var solution = new FixableSolution(this, code, projectPerSource: false);
        var titles = new List<string>();
        foreach (var diagnostic in await solution.FixableDiagnosticsAsync())
            titles.AddRange((await solution.ActionsAsync(diagnostic)).Select(static action => action.Title));
        return titles;
    }

    // Of a fix in a plan file the key says which file that is.
    private static bool Is(CodeAction action, string key) =>
        action.EquivalenceKey == key || action.EquivalenceKey?.StartsWith(key + "|", StringComparison.Ordinal) is true;
}
