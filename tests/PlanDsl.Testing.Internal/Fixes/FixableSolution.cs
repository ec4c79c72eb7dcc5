using System.Collections.Immutable;
using System.Reflection;
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
    private readonly List<DocumentId> _sources = [];
    private readonly List<DocumentId> _files = [];

    public FixableSolution(CodeFixTest test, CodeAndFiles code, bool projectPerSource)
    {
        _test = test;
        _solution = new AdhocWorkspace().CurrentSolution;
        if (!projectPerSource)
        {
            Add(code);
            return;
        }

        foreach (var source in code.Sources)
            Add(new([source], []));
        foreach (var file in code.Files)
            Add(new([], [file]));
    }

    public Document FirstDocument => _solution.GetDocument(_sources[0])!;

    public Project FirstProject => _solution.Projects.First();

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
            .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan),
    ];

    public async Task<ImmutableArray<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = DocumentOf(diagnostic);
        if (IsAskedAbout(document))
            await _test.Provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    public async Task AssertChangedToAsync(CodeAndFiles expected, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(_solution, new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        for (var i = 0; i < expected.Sources.Length; i++)
            await AssertTextAsync(expected.Sources[i], changed.GetDocument(_sources[i]));
        for (var i = 0; i < expected.Files.Length; i++)
            await AssertTextAsync(expected.Files[i], changed.GetAdditionalDocument(_files[i]));

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
        var options = new AnalyzerOptions(project.AnalyzerOptions.AdditionalFiles, new TestAnalyzerOptions(ImmutableDictionary<string, string>.Empty));
        return await compilation.WithAnalyzers(_test.Analyzers, options).GetAllDiagnosticsAsync();
    }

    private static async Task AssertTextAsync(string expected, TextDocument? document)
    {
        Assert.NotNull(document);
        var text = (await document.GetTextAsync()).ToString();
        Assert.True(text == expected, $"{TextDifference.Describe(expected, text)}\n--- after the fix\n{text}");
    }

    private TextDocument DocumentOf(Diagnostic diagnostic)
    {
        var path = diagnostic.Location.GetLineSpan().Path;
        var document = _solution.GetDocument(diagnostic.Location.SourceTree)
            ?? _solution.Projects.SelectMany(static project => project.AdditionalDocuments).FirstOrDefault(file => file.FilePath == path);
        Assert.NotNull(document);
        return document;
    }

    // As an editor reads what the provider declares.
    private bool IsAskedAbout(TextDocument document)
    {
        var export = _test.Provider.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        return export.DocumentKinds.Contains(document is Document ? nameof(TextDocumentKind.Document) : nameof(TextDocumentKind.AdditionalDocument))
            && (export.DocumentExtensions is null || export.DocumentExtensions.Contains(Path.GetExtension(document.FilePath)));
    }

    private void Add(CodeAndFiles code)
    {
        var name = $"Project{_sources.Count + _files.Count}";
        var compilation = TestCompilation.Create([.. code.Sources]);
        var project = ProjectId.CreateNewId(name);
        _solution = _solution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: compilation.Options,
                parseOptions: TestCompilation.ParseOptions,
                metadataReferences: compilation.References,
                analyzerReferences: _test.Generators.Select(static generator => new GeneratorReference(generator))));
        foreach (var (index, tree) in compilation.SyntaxTrees.Take(_test.ImplicitUsings ? int.MaxValue : code.Sources.Length).Index())
        {
            var id = DocumentId.CreateNewId(project, tree.FilePath);
            _solution = _solution.AddDocument(id, Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
            if (index < code.Sources.Length)
                _sources.Add(id);
        }

        foreach (var file in code.Files)
        {
            var path = CodeAndFiles.PathOf(_files.Count);
            var id = DocumentId.CreateNewId(project, path);
            _solution = _solution.AddAdditionalDocument(id, Path.GetFileName(path), file, filePath: path);
            _files.Add(id);
        }
    }
}
