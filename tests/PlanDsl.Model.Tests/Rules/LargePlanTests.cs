using System.Globalization;

namespace PlanDsl.Model.Tests;

/// <summary>Rules are linear: a quadratic one would not end while somebody waits for these tests.</summary>
public class LargePlanTests
{
    [Theory]
    [InlineData(10_000)]
    [InlineData(30_000)]
    [InlineData(100_000)]
    public void A_sound_plan_with_three_edges_a_step_is_silent(int count) =>
        Assert.Empty(Judged.Lines(Plan(count, (step, back) => A.Result(Id(step - back)))));

    [Fact]
    public void So_is_one_whose_edges_are_explicit_and_say_something()
    {
        var steps = Enumerable.Range(0, 100_000).Select(step => A.Step(Id(step)).Silent() with
        {
            DependsOn = step < 7 ? [] : [Id(step - 7), Id(step - 3)],
        });

        Assert.Empty(Judged.Lines([.. steps]));
    }

    [Fact]
    public void A_mistake_in_every_parameter_is_a_finding_each() =>
        Assert.Equal(299_994, Judged.Findings(Plan(100_000, (step, back) => A.Result(Id(step - back) + "x"))).Count);

    [Fact]
    public void A_mistake_in_every_dependency_is_a_finding_each() =>
        Assert.Equal(100_000, Judged.Findings(A.Plan([.. Enumerable.Range(0, 100_000).Select(step => A.Step(Id(step)).After(Id(step) + "y"))])).Count);

    [Theory]
    [InlineData("\"result_key\": \"Key#\"", 49_000)]
    // Of those the first is an error, since nothing comes before its step, and the others are warnings.
    [InlineData("\"consumes\": [\"nme#\"], \"provides\": [\"name#\"]", 48_999)]
    [InlineData("\"transitions\": { \"default_next_step\": \"t#\" }", 49_000)]
    [InlineData("\"condition\": \"inputs.in# == 1\"", 49_000)]
    [InlineData("\"args\": [\"{{ inputs.im# }}\"]", 49_000)]
    public void A_mistake_in_every_step_of_a_file_is_counted(string said, int more)
    {
        const int count = 50_000;
        var inputs = Enumerable.Range(0, count).Select(static number => $$""" "in{{number}}": { "type": "string", "default": "" }""");
        var steps = Enumerable.Range(0, count).Select(number => $$"""{ "id": "s{{number}}", "command": "x", {{said.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}} }""");
        var text = $$"""{ "order": "sequential", "inputs": { {{string.Join(", ", inputs)}} }, "steps": [ {{string.Join(", ", steps)}} ] }""";

        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"There are {more:N0} more findings"), Assert.Single(PlanFileReader.Read(text, "large.plan.json").Check(), static finding => finding.Id == RuleIds.OverLimit).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_closes_on_itself_is_one_cycle() =>
        Assert.Equal(RuleIds.Cycle, Judged.Single([.. Enumerable.Range(0, 100_000).Select(step => A.Step(Id(step), A.Result(Id((step + 1) % 100_000))))]).Id);

    [Fact]
    public void A_wide_join_is_silent() =>
        Assert.Empty(Judged.Lines(
            [.. Enumerable.Range(0, 50_000).Select(step => A.Step(Id(step))), A.Step("join", [.. Enumerable.Range(0, 50_000).Select(step => A.Result(Id(step)))])]));

    [Fact]
    public void Every_kind_of_clash_is_found_in_a_crowd()
    {
        Assert.Equal(99_999, Judged.Findings(A.Plan([.. Enumerable.Range(0, 100_000).Select(_ => A.Step("same"))])).Count);
        Assert.Equal(99_999, Judged.Findings(A.Plan([.. Enumerable.Range(0, 100_000).Select(step => A.Step(Id(step)).As("same"))])).Count);
        Assert.Equal(99_999, Judged.Findings(A.Plan([.. Enumerable.Range(0, 100_000).Select(step => A.Step(Id(step), A.Input("day").Of(step == 0 ? A.Text : A.Number)))])).Count);
    }

    private static string Id(int step) => $"step_{step}";

    private static PlanModel Plan(int count, Func<int, int, ParameterModel> parameter) =>
        A.Plan([.. Enumerable.Range(0, count).Select(step => A.Step(Id(step), [.. new[] { 1, 2, 3 }.Where(back => back <= step).Select(back => parameter(step, back))]))]);
}
