using System.Globalization;
using System.Text;

namespace PlanDsl.Model.Tests;

public class PlanFileReaderTests
{
    [Theory]
    [InlineData("", 4)]
    [InlineData("\"globals\": {},", 1)]
    [InlineData("\"globals\": { \"max_concurrency\": 3 },", 3)]
    [InlineData("\"globals\": {}, \"limits\": { \"max_parallel\": 7 },", 7)]
    public void How_many_steps_run_at_once_has_defaults(string head, int expected) =>
        Assert.Equal(expected, Plan($$"""{ {{head}} "steps": [ { "id": "a", "command": "x" } ] }""").MaxParallel);

    [Theory]
    [InlineData("/plans/nightly.plan.json", "nightly")]
    [InlineData(@"c:\plans\nightly.json", "nightly")]
    [InlineData("nightly", "nightly")]
    public void A_plan_without_an_id_is_named_after_its_file(string fileName, string id) =>
        Assert.Equal(id, PlanFileReader.Read("""{ "steps": [ { "id": "a", "command": "x" } ] }""", fileName).Model.Id);

    [Fact]
    public void Two_readings_of_one_text_are_equal_models_wherever_things_stand_in_it()
    {
        const string Text = """{ "bindings": { "b": [1, { "c": null }] }, "steps": [ { "id": "a", "call": "F", "with": { "x": ["{{ inputs.y }}", 1] }, "condition": "inputs.n > 1" } ] }""";

        Assert.Equal(Plan(Text), Plan("\n\n// moved\n" + Text.Replace(", ", " ,\n\t ")));
    }

    [Fact]
    public void References_are_parameters_with_their_paths()
    {
        var plan = Plan("""{ "steps": [ { "id": "orders", "call": "F" }, { "id": "b", "command": "x", "args": ["{{ orders.total ?? 0 }} {{ inputs.day }}"], "condition": "steps.orders.status == \"succeeded\"" } ] }""");

        Assert.Equal([ParameterKind.Result, ParameterKind.Input], plan.Steps[1].Parameters.Select(parameter => parameter.Kind));
        Assert.Equal("orders.total", plan.Steps[1].Parameters[0].Name);
        Assert.True(Assert.Single(plan.Steps[1].When!.Parameters) is { Kind: ParameterKind.Outcome, Key: "orders", IsStepId: true });
        Assert.Equal([0], PlanGraph.From(plan).PredecessorsOf(1).ToArray());
    }

    [Fact]
    public void What_a_step_consumes_comes_from_those_that_provide_it()
    {
        var plan = Plan("""{ "steps": [ { "id": "a", "command": "x", "consumes": ["r"] }, { "id": "b", "command": "y", "provides": ["r"] }, { "id": "c", "command": "z", "provides": ["r"] } ] }""");

        Assert.Equal([1, 2], PlanGraph.From(plan).PredecessorsOf(0).ToArray());
    }

    [Fact]
    public void A_sequence_without_transitions_is_a_chain()
    {
        var plan = Plan("""{ "order": "sequential", "steps": [ { "id": "a", "command": "x" }, { "id": "b", "command": "y" }, { "id": "c", "command": "z" } ] }""");

        Assert.All(plan.Steps, step => Assert.Null(step.Flow));
        Assert.Equal([1], PlanGraph.From(plan).PredecessorsOf(2).ToArray());
    }

    [Fact]
    public void A_file_of_as_many_steps_as_allowed_is_read_and_one_more_is_a_finding()
    {
        Assert.Empty(PlanFileReader.Read(Chain(PlanFileReader.MaxSteps), "chain").Check());

        var finding = Assert.Single(PlanFileReader.Read(Chain(PlanFileReader.MaxSteps + 1), "chain").Check());
        Assert.Equal(RuleIds.OverLimit, finding.Id);
    }

    [Theory]
    [InlineData(0, PlanFileReader.MaxSteps - 1, "")]
    [InlineData(99_990, 9, "")]
    [InlineData(99_900, 99, "{ \"id\": \"after\", \"command\": \"x\" }")]
    [InlineData(0, PlanFileReader.MaxSteps, "")]
    [InlineData(0, PlanFileReader.MaxSteps + 50_000, "{ \"id\": \"after\", \"command\": \"x\", \"depends_on\": [\"g[123456]\"] }")]
    [InlineData(99_990, 50, "")]
    [InlineData(PlanFileReader.MaxSteps - 1, 3, "")]
    public void Children_count_as_steps_do_and_are_not_left_out_in_silence(int before, int children, string after)
    {
        var steps = Repeat("""{ "id": "s#", "command": "x" }""", before);
        var members = Repeat("""{ "command": "child" }""", children);
        var text = $$"""
            { "order": "dag", "steps": [
            {{steps}}{ "id": "g", "type": "parallel", "parallel": { "strategy": "threshold", "threshold": {{children}}, "steps": [
            {{members}}] } },
            {{after}}] }
            """;
        var file = PlanFileReader.Read(text, "large");
        var findings = file.Check();

        if (before + 1 + children + (after.Length > 0 ? 1 : 0) <= PlanFileReader.MaxSteps)
        {
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal(RuleIds.OverLimit, finding.Id);

        // At the first that is not read: it has a line of its own.
        var isChild = before + children + 1 > PlanFileReader.MaxSteps;
        Assert.Equal(PlanFileReader.MaxSteps + (isChild ? 2 : 3), file.Map.Lines.At(file.Map.Find(finding.Anchor).Start).Line);
    }

    [Fact]
    public void A_file_that_is_too_large_is_a_finding()
    {
        var file = PlanFileReader.Read("{ \"steps\": [] }" + new string(' ', 64 * 1024 * 1024), "large");

        Assert.Equal(RuleIds.OverLimit, Assert.Single(file.Check()).Id);
    }

    [Fact]
    public void All_findings_of_a_file_are_told_in_its_order()
    {
        var said = Corpus.Judge("""
            {
              "steps": [
                { "id": "a", "comand": "x", "call": "F", "retries": "many" },
                { "id": "b", "command": "y", "depends_on": ["c"], "args": ["{{ z }}"] }
              ]
            }
            """);

        Assert.Equal(["PLAN0502", "PLAN0503", "PLAN0102", "PLAN0201"], said.Select(line => line.Split(' ')[2].TrimEnd(':')));
    }

    [Fact]
    public void A_variable_of_the_environment_that_is_wrong_hides_none_beside_it()
    {
        var said = Corpus.Judge("""
            {
              "globals": { "env": { "LEVEL": 5, "A=B": "y" } },
              "steps": [
                { "id": "a", "command": "x", "env": { "": "x", "A=B": "y", "OK": null, "C\u0000": "z", "D": "\u0000", "E": "{{ nobody }}" }, "args": ["{{ env.OK }}", "{{ env.LEVEL }}", "{{ env.D }}"] }
              ]
            }
            """);

        Assert.Equal(
            [
                "(2,34) error PLAN0503: env.LEVEL of plan 'test' is a number; write a string",
                "(2,37) error PLAN0004: 'A=B' cannot be used as the name of an environment variable: it has a '='; write the value behind the name",
                "(4,43) error PLAN0004: '' cannot be used as the name of an environment variable: it is empty; write a name",
                "(4,52) error PLAN0004: 'A=B' cannot be used as the name of an environment variable: it has a '='; write the value behind the name",
                "(4,70) error PLAN0503: env.OK of step 'a' is null; write a string",
                "(4,76) error PLAN0004: 'C\\u0000' cannot be used as the name of an environment variable: it has the character U+0000; leave it out",
                "(4,98) error PLAN0503: env.D of step 'a' has the character U+0000, which no process can be given; leave it out",
                "(4,116) error PLAN0201: No step produces 'nobody', which reference 'nobody' of step 'a' binds; name a step's result_key, or declare it in inputs",
            ],
            said);
    }

    [Fact]
    public void A_place_inside_a_string_with_escapes_is_that_of_its_name()
    {
        const string Text = """{ "steps": [ { "id": "a", "call": "F", "with": { "x": "\u00e9\"{{ nobody.total }}" } } ] }""";
        var file = PlanFileReader.Read(Text, "test");
        var span = file.Map.Find(Assert.Single(file.Check()).Anchor);

        Assert.Equal("nobody", Text.Substring(span.Start, span.Length));
    }

    private static string Chain(int count)
    {
        var text = new StringBuilder("{ \"steps\": [\n");
        for (var i = 0; i < count; i++)
            text.Append("{ \"id\": \"s").Append(i).Append("\", \"command\": \"x\"").Append(i == 0 ? "" : $", \"depends_on\": [\"s{i - 1}\"]").Append(" },\n");
        return text.Append("] }").ToString();
    }

    private static string Repeat(string step, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => step.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + ",\n"));

    private static PlanModel Plan(string text)
    {
        var file = PlanFileReader.Read(text, "test.plan.json");

        Assert.Empty(file.Check());
        return file.Model;
    }
}
