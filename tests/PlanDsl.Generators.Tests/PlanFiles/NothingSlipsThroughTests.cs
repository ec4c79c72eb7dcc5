using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Analyzers;
using PlanDsl.Model.Tests;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>For each plan file, with and without a class: either the analyzer shows an error, and what is generated throws, or what is
/// generated runs. Whatever it is, it compiles.</summary>
public class NothingSlipsThroughTests
{
    private const int MutationsOfEach = 4;

    public static TheoryData<string> Broken => [.. Corpus.NamesIn("Broken")];

    public static TheoryData<string> Valid => [.. Corpus.NamesIn("Valid")];

    [Theory]
    [MemberData(nameof(Broken))]
    public Task Of_a_broken_file(string name) => CheckAsync(Corpus.Read("Broken", name));

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Of_a_sound_file_and_of_others_that_it_becomes_when_strings_change_places(string name)
    {
        var text = Corpus.Read("Valid", name);
        await CheckAsync(text);
        var random = new Random(text.Length);
        for (var mutation = 0; mutation < MutationsOfEach; mutation++)
            await CheckAsync(Mutated(text, random));
    }

    [Fact]
    public async Task Of_files_and_classes_that_have_each_others_names()
    {
        string[] ids = ["order_report", "order-report", "OrderReport", "stock"];
        string[] declarations =
        [
            "namespace Shop { [Plan(\"a.plan.json\")] public partial class First; }",
            "namespace Shop { [Plan(\"a.plan.json\")] public partial class Second; }",
            "namespace Shop { [Plan(\"b.plan.json\")] public partial class StockPlan; [Plan] public partial class Running { [Step(Plan = typeof(StockPlan))] private partial Task Sub([Input] string day, CancellationToken ct); } }",
            "namespace Shop { [Plan(\"d.plan.json\")] public partial class Lost; }",
            "namespace Shop { public static class OrderReportPlan { } }",
            "namespace Other { [Plan(Id = \"order_report\")] public partial class Written { [Step] static int A() => 1; } }",
        ];
        string[] more = [", { \"id\": \"sub\", \"plan\": \"stock\" }", ", { \"id\": \"sub\", \"plan\": \"order_report\" }, { \"id\": \"use\", \"command\": \"echo\", \"args\": [\"{{ sub }}\"] }", ", { \"id\": \"say\", \"command\": \"echo\", \"args\": [\"${day}\"] }"];
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            ImmutableArray<TestFile> files = [.. new[] { "a", "b", "c" }.Where(_ => random.Next(4) > 0).Select(name => PlanFileRun.File(
                name + ".plan.json", $$"""{ "plan_id": "{{ids[random.Next(ids.Length)]}}", "steps": [{ "id": "build", "command": "make" }{{(random.Next(2) == 0 ? more[random.Next(more.Length)] : "")}}] }"""))];
            string[] sources = [.. declarations.Where(_ => random.Next(3) == 0)];
            await CheckAsync(files, TestCompilation.Create(sources), string.Join('\n', [.. files.Select(static file => $"{file.Path}: {file.GetText()}"), .. sources]));
        }
    }

    [Theory]
    [InlineData("""{ "plan_id": "a", "steps": [{ "id": "self", "plan": "a" }, { "id": "say", "agent": { "agent_id": "x", "with": { "v": "{{ self }}" } } }] }""")]
    [InlineData("""{ "plan_id": "a", "steps": [{ "id": "g", "type": "parallel", "parallel": { "steps": [{ "id": "x", "plan": "a" }] } }] }""")]
    [InlineData(
        """{ "plan_id": "a", "steps": [{ "id": "sub", "plan": "b" }, { "id": "say", "agent": { "agent_id": "x", "with": { "v": "{{ sub }}" } } }] }""",
        """{ "plan_id": "b", "steps": [{ "id": "sub", "plan": "a", "for_each": "[1, 2]" }, { "id": "say", "agent": { "agent_id": "x", "with": { "v": "{{ sub }}" } } }] }""")]
    public Task Of_plans_that_come_to_run_themselves(params string[] texts) =>
        CheckAsync([.. texts.Select(static (text, i) => PlanFileRun.File($"{"ab"[i]}.plan.json", text))], TestCompilation.Create(), string.Join('\n', texts));

    [Theory]
    [InlineData("""[Plan("a.plan.json")] public partial class A;""", """[Plan(Id = "b")] public partial class B { [Step(Plan = typeof(A))] private partial Task<A.Results> Sub(CancellationToken ct); [Step] static int Use(A.Results sub) => 1; }""")]
    [InlineData(
        """[Plan("a.plan.json")] public partial class A;""",
        """[Plan(Id = "b")] public partial class B { [Step(Plan = typeof(C))] private partial Task Sub(); }""",
        """[Plan] public partial class C { [Step(Plan = typeof(A))] private partial Task Sub(); }""")]
    public Task Of_plans_of_both_kinds_that_come_to_run_themselves(params string[] sources)
    {
        const string text = """{ "plan_id": "a", "steps": [{ "id": "sub", "plan": "b" }, { "id": "say", "agent": { "agent_id": "x", "with": { "v": "{{ sub }}" } } }] }""";
        return CheckAsync([PlanFileRun.File("a.plan.json", text)], TestCompilation.Create(sources), text);
    }

    private static async Task CheckAsync(string text)
    {
        ImmutableArray<TestFile> file = [PlanFileRun.File("sample.plan.json", text)];
        await CheckAsync(file, TestCompilation.Create(), text).ConfigureAwait(false);
        await CheckAsync(file, TestCompilation.Create(CallingClass.Of(text, "sample.plan.json")), text).ConfigureAwait(false);
    }

    private static async Task CheckAsync(ImmutableArray<TestFile> files, CSharpCompilation compilation, string text)
    {
        var options = PlanFileRun.Options.Add("build_property.RunAnalyzers", "false");
        var run = GeneratorRun.Of(compilation, options, files, new PlanGenerator(), new PlanServicesGenerator());
        var analyzed = run.Output.WithAnalyzers([new PlanAnalyzer(), new PlanFileAnalyzer()], new AnalyzerOptions([.. files], new TestAnalyzerOptions(PlanFileRun.Options)));
        var found = await analyzed.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        var errors = found.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToList();

        Assert.True(run.Diagnostics.IsEmpty == (errors.Count == 0), $"{string.Join('\n', run.Diagnostics)}\n--\n{string.Join('\n', errors)}\n--\n{text}");
        var problems = run.Problems();
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n--\n{text}");
    }

    // One string of the file in place of another: a name that there is not, a reference elsewhere, a word that a property does not take.
    private static string Mutated(string text, Random random)
    {
        var strings = System.Text.RegularExpressions.Regex.Matches(text, "\"(?:[^\"\\\\\n]|\\\\.)*\"");
        var (old, other) = (strings[random.Next(strings.Count)], strings[random.Next(strings.Count)]);
        return text[..old.Index] + other.Value + text[(old.Index + old.Length)..];
    }
}
