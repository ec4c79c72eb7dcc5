using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Analyzers;
using PlanDsl.Model;
using PlanDsl.Model.Tests;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Cli.Tests;

/// <summary>A build says of a plan file what <c>plandsl validate</c> says of it: the same ids, places and words, of every file of the
/// corpus. What a build says besides needs a class to look at, or one to be declared.</summary>
public class SameAsBuildTests
{
    public static TheoryData<string> Broken => [.. Corpus.NamesIn("Broken")];

    public static TheoryData<string> Valid => [.. Corpus.NamesIn("Valid")];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Of_a_broken_file(string name)
    {
        using var folder = new PlanFolder();
        var path = folder.Write(name + ".plan.json", Corpus.Read("Broken", name));

        var said = LinesOf((await ToolRun.OfAsync("validate", path)).Output, path);

        Assert.NotEmpty(said);
        Assert.Equal(said, await BuildAsync(path));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Of_a_broken_file_that_a_class_names(string name)
    {
        using var folder = new PlanFolder();
        var text = Corpus.Read("Broken", name);
        var path = folder.Write(name + ".plan.json", text);

        var said = LinesOf((await ToolRun.OfAsync("validate", path)).Output, path);

        Assert.Equal(said, await BuildAsync(path, CallingClass.Of(text, name + ".plan.json")));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Of_a_sound_file_both_say_nothing(string name)
    {
        using var folder = new PlanFolder();
        var path = folder.Write(Path.GetFileNameWithoutExtension(name) + ".plan.json", Corpus.Read("Valid", name));

        Assert.Empty(await BuildAsync(path));
        Assert.Empty(await BuildAsync(path, CallingClass.Of(Corpus.Read("Valid", name), Path.GetFileName(path))));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Of_a_sound_file_without_a_class_a_build_asks_for_the_methods_that_it_calls(string name)
    {
        using var folder = new PlanFolder();
        var text = Corpus.Read("Valid", name);
        var path = folder.Write(Path.GetFileNameWithoutExtension(name) + ".plan.json", text);

        var asked = (await DiagnosticsAsync(path)).Where(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("a plan file alone has no methods", StringComparison.Ordinal));

        var calls = CallingClass.CallsIn(PlanFileReader.Read(text, path).Model);
        Assert.Equal(calls.Select(static call => $"'{call.Name}'").Order(StringComparer.Ordinal), asked.Select(diagnostic => TextAt(diagnostic, text)).Order(StringComparer.Ordinal));
    }

    private static string[] LinesOf(string output, string path) =>
        [.. output.Split('\n').Where(line => line.StartsWith(path + "(", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<string[]> BuildAsync(string path, params string[] sources) =>
        [.. (await DiagnosticsAsync(path, sources)).Where(NeedsNoSymbols).Select(Line).Order(StringComparer.Ordinal)];

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string path, params string[] sources)
    {
        var options = new AnalyzerOptions([new TestFile(path, await File.ReadAllTextAsync(path))]);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source, path: Path.Combine(Path.GetDirectoryName(path)!, "Calling.cs")));
        return await CSharpCompilation.Create("Tests", trees, TestReferences.Default, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithAnalyzers([new PlanFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static string TextAt(Diagnostic diagnostic, string text) =>
        "'" + text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length).Trim('"') + "'";

    // Which methods and plans there are beside a file is known to a project alone.
    private static bool NeedsNoSymbols(Diagnostic diagnostic) => diagnostic.Id != RuleIds.StepBodyNotFound;

    private static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {SeverityOf(diagnostic)} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static string SeverityOf(Diagnostic diagnostic) => diagnostic.Severity.ToString().ToLowerInvariant();
}
