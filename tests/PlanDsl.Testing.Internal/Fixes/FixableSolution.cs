using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>The sources of a test as the solution of an editor.</summary>
internal sealed class FixableSolution
{
    private readonly CodeFixTest _test;
    private Solution _solution;
    private readonly ImmutableArray<DocumentId> _sources;

    public FixableSolution(CodeFixTest test, string[] sources, bool projectPerSource)
    {
        _test = test;
        _solution = new AdhocWorkspace().CurrentSolution;
        var ids = ImmutableArray.CreateBuilder<DocumentId>();
        foreach (var project in projectPerSource ? sources.Select(static source => new[] { source }) : [sources])
            ids.AddRange(Add($"Project{ids.Count}", project));
        _sources = ids.ToImmutable();
    }

    public Document FirstDocument => _solution.GetDocument(_sources[0])!;

    /// <summary>What the provider may fix, in the order of position.</summary>
    public async Task<ImmutableArray<Diagnostic>> FixableDiagnosticsAsync()
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in _solution.Projects)
            found.AddRange(await FixableDiagnosticsAsync(project));
        return found.ToImmutable();
    }

    public async Task<ImmutableArray<Diagnostic>> FixableDiagnosticsAsync(Project project) =>
    [
        .. (await DiagnosticsAsync(project))
            .Where(diagnostic => _test.Provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan),
    ];

    public async Task<ImmutableArray<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = _solution.GetDocument(diagnostic.Location.SourceTree);
        Assert.NotNull(document);
        await _test.Provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    public async Task AssertChangedToAsync(string[] expected, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(_solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        for (var i = 0; i < expected.Length; i++)
        {
            var text = (await changed.GetDocument(_sources[i])!.GetTextAsync()).ToString();
            Assert.True(text == expected[i], $"{TextDifference.Describe(expected[i], text)}\n--- after the fix\n{text}");
        }

        foreach (var project in changed.Projects)
        {
            var errors = (await DiagnosticsAsync(project))
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error && !_test.RemainingErrors.Contains(diagnostic.Id));
            Assert.Empty(errors);
        }
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        Assert.NotNull(compilation);
        var options = new AnalyzerOptions([], new TestAnalyzerOptions(ImmutableDictionary<string, string>.Empty));
        return await compilation.WithAnalyzers(_test.Analyzers, options).GetAllDiagnosticsAsync();
    }

    private IEnumerable<DocumentId> Add(string name, string[] sources)
    {
        var compilation = TestCompilation.Create(sources);
        var project = ProjectId.CreateNewId(name);
        _solution = _solution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: compilation.Options,
                parseOptions: TestCompilation.ParseOptions,
                metadataReferences: compilation.References,
                analyzerReferences: _test.Generators.Select(static generator => new GeneratorReference(generator))));
        var documents = new List<DocumentId>();
        foreach (var tree in compilation.SyntaxTrees.Take(_test.ImplicitUsings ? int.MaxValue : sources.Length))
        {
            var id = DocumentId.CreateNewId(project, tree.FilePath);
            _solution = _solution.AddDocument(id, Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
            documents.Add(id);
        }

        return documents.Take(sources.Length);
    }
}
