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
    [MemberData(nameof(Valid))]
    public async Task Of_a_sound_file_both_say_nothing(string name)
    {
        using var folder = new PlanFolder();
        var path = folder.Write(Path.GetFileNameWithoutExtension(name) + ".plan.json", Corpus.Read("Valid", name));

        Assert.Empty(await BuildAsync(path));
    }

    private static string[] LinesOf(string output, string path) =>
        [.. output.Split('\n').Where(line => line.StartsWith(path + "(", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<string[]> BuildAsync(string path)
    {
        var options = new AnalyzerOptions([new TestFile(path, await File.ReadAllTextAsync(path))]);
        var compilation = CSharpCompilation.Create("Tests", references: TestReferences.Default).WithAnalyzers([new PlanFileAnalyzer()], options);
        return [.. (await compilation.GetAnalyzerDiagnosticsAsync()).Where(NeedsNoSymbols).Select(Line).Order(StringComparer.Ordinal)];
    }

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
