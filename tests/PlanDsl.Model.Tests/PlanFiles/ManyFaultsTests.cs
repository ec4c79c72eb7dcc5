using System.Globalization;

namespace PlanDsl.Model.Tests;

/// <summary>Small files with very many faults, of which most are only counted: neither a name that was meant is looked for nor a text is spelled for each of
/// those. What went by the product of faults and names, or of faults and the length of their text, would not end while somebody waits.</summary>
public class ManyFaultsTests
{
    private const int Many = 20_000;

    [Theory]
    [InlineData("a.exit_code == 'x'", RuleIds.InvalidCondition)]
    [InlineData("g[0].nope == 1", RuleIds.UnknownMember)]
    [InlineData("a.nope# == 1", RuleIds.UnknownMember)]
    [InlineData("nobody# == 1", RuleIds.UnboundParameter)]
    [InlineData("steps.a.status == 'redy'", RuleIds.InvalidCondition)]
    [InlineData("m.exit_code == 1", RuleIds.OptionalIntoNonNullable)]
    [InlineData("steps.a.error.kind == 'x'", RuleIds.OptionalIntoNonNullable)]
    public void Very_many_faults_of_one_condition_are_counted_without_its_text(string part, string id)
    {
        const int count = 60_000;
        var condition = string.Join(" || ", Numbered(part, count));
        var text = $$"""
            { "steps": [ { "id": "a", "command": "x" }, { "id": "m", "command": "x", "condition": "a.exit_code == 0" },
              { "id": "g", "type": "parallel", "parallel": { "steps": [{ "command": "x" }] } },
              { "id": "b", "command": "x", "condition": "{{condition}}" } ] }
            """;

        AssertCounted(text, PlanFileReader.Read(text, "many").Check(), id, count);
    }

    [Fact]
    public void A_fault_of_a_condition_does_not_write_out_what_is_long_in_it_each_time()
    {
        const int count = 60_000;
        var text = $$"""{ "steps": [ { "id": "b", "command": "x", "condition": "(\"{{new string('x', 500_000)}}\" ?? {{string.Join(" ?? ", Numbered("1", count))}}) == 1" } ] }""";

        AssertCounted(text, PlanFileReader.Read(text, "many").Check(), RuleIds.InvalidCondition, count);
    }

    [Theory]
    [InlineData("\"memer#\": 1", RuleIds.UnknownProperty)]
    [InlineData("\"x\": 1", RuleIds.UnknownProperty)]
    [InlineData("\"member#\": {}", RuleIds.TypeMismatch)]
    public void Very_many_faults_in_what_plans_are_given_are_counted(string with, string id)
    {
        var findings = CheckRun("\"member#\": { \"type\": \"string\", \"default\": \"\" }", $"{{ \"id\": \"s#\", \"plan\": \"inner\", \"with\": {{ {with} }} }}", out var text);

        AssertCounted(text, findings, id, Many);
        Assert.Equal(with.Contains("memer", StringComparison.Ordinal) ? "member0" : null, findings[0].Suggestion);
    }

    [Fact]
    public void Very_many_steps_that_give_a_plan_what_it_asks_for_are_sound() =>
        Assert.Empty(CheckRun("\"member#\": { \"type\": \"string\", \"default\": \"\" }", """{ "id": "s#", "plan": "inner", "with": { "member#": "x" } }""", out _));

    [Fact]
    public void Inputs_that_nobody_gives_are_counted_for_all_steps_together()
    {
        const long each = Many - 1;
        var findings = CheckRun("\"member#\": { \"type\": \"string\" }", """{ "id": "s#", "plan": "inner", "with": { "member#": "x" } }""", out _);

        Assert.Equal("member1", findings[0].Message.Split('\'')[1]);
        AssertCounted(findings, RuleIds.UnboundParameter, each * Many);
    }

    [Theory]
    [InlineData("\"bindings\": { % }", "\"args\": [\"{{ bindings.memer# }}\"]", "bindings.memer0")]
    [InlineData("\"inputs\": { % }", "\"for_each\": \"memer#\"", "memer0")]
    public void Very_many_names_that_no_constant_and_no_input_has_are_told(string declared, string said, string first)
    {
        var isInput = declared.Contains("inputs", StringComparison.Ordinal);
        var names = string.Join(", ", Numbered(isInput ? "\"member#\": { \"type\": \"array\" }" : "\"member#\": 1", Many));
        var text = $$"""{ {{declared.Replace("%", names, StringComparison.Ordinal)}}, "steps": [ {{string.Join(", ", Numbered($$"""{ "id": "s#", "command": "x", {{said}} }""", Many))}} ] }""";
        var file = PlanFileReader.Read(text, "many");

        var findings = file.Check();

        AssertCounted(text, findings, RuleIds.UnboundParameter, Many);
        Assert.Equal("member0", findings[0].Suggestion);
        Assert.Equal(text.IndexOf(first, StringComparison.Ordinal) + first.Length - "memer0".Length, file.Map.Find(findings[0].Anchor).Start);
    }

    [Fact]
    public void Very_many_members_that_a_constant_of_some_does_not_have_are_told()
    {
        const int count = 100_000;
        var text = $$"""{ "bindings": { "o": { {{string.Join(", ", Numbered("\"member#\": 1", 900))}} } }, "steps": [ { "id": "s", "command": "x", "args": [ {{string.Join(", ", Numbered("\"{{ bindings.o.memer# }}\"", count))}} ] } ] }""";

        var findings = PlanFileReader.Read(text, "many").Check();

        AssertCounted(text, findings, RuleIds.UnknownMember, count);
        Assert.Equal("member0", findings[0].Suggestion);
        Assert.Contains("did you mean 'member0'?", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_members_that_the_results_of_a_plan_do_not_have_are_told()
    {
        const int count = 100_000;
        var inner = PlanFileReader.Read($$"""{ "plan_id": "inner", "steps": [ {{string.Join(", ", Numbered("""{ "id": "member#", "command": "x" }""", 900))}} ] }""", "inner");
        var text = $$"""{ "steps": [ { "id": "run", "plan": "inner" }, { "id": "s", "command": "x", "args": [ {{string.Join(", ", Numbered("\"{{ run.memer#.stdout }}\"", count))}} ] } ] }""";

        var findings = Check(text, inner);

        AssertCounted(text, findings, RuleIds.UnknownMember, count);
        Assert.Equal("member0", findings[0].Suggestion);
    }

    [Fact]
    public void Very_many_members_that_a_very_large_constant_need_not_have_are_looked_up()
    {
        const int count = 100_000;

        Assert.Empty(PlanFileReader.Read(
            $$"""{ "bindings": { "o": { {{string.Join(", ", Numbered("\"member#\": 1", count))}} } }, "steps": [ { "id": "s", "command": "x", "args": [ {{string.Join(", ", Numbered("\"{{ bindings.o.memer# ?? 1 }}\"", count))}} ] } ] }""", "many").Check());
    }

    // A text, and a number, that is no value of the input.
    [Theory]
    [InlineData("\"[%1,]\"", "array")]
    [InlineData("\"{%\"", "object")]
    [InlineData("1%1", "string")]
    [InlineData("1%1", "integer")]
    public void A_very_long_constant_is_read_once_however_many_inputs_it_is_handed_to(string constant, string type)
    {
        var inner = PlanFileReader.Read($$"""{ "plan_id": "inner", "inputs": { "v": { "type": "{{type}}" } }, "steps": [ { "id": "a", "command": "x" } ] }""", "inner");
        var held = constant.Replace("%", type is "array" ? string.Concat(Enumerable.Repeat("1,", 1_000_000)) : new string('1', 2_000_000), StringComparison.Ordinal);
        var text = $$"""{ "bindings": { "c": {{held}} }, "steps": [ {{string.Join(", ", Numbered("""{ "id": "s#", "plan": "inner", "with": { "v": "{{ bindings.c }}" } }""", Many))}} ] }""";

        AssertCounted(text, Check(text, inner), RuleIds.TypeMismatch, Many);
    }

    [Fact]
    public void Very_many_errors_that_there_may_not_be_are_counted_in_one_step()
    {
        const int count = 60_000;
        var text = $$"""{ "steps": [ { "id": "a", "command": "x", "on_failure": "continue" }, { "id": "s", "command": "x", "args": [ {{string.Join(", ", Numbered("\"{{ steps.a.error }} #\"", count))}} ] } ] }""";

        AssertCounted(text, PlanFileReader.Read(text, "many").Check(), RuleIds.OptionalIntoNonNullable, count);
    }

    [Theory]
    [InlineData("\"args\": [%]", "\"{{ a.stdout }} #\"", ", ")]
    [InlineData("\"condition\": \"%\"", "a.exit_code == #", " || ")]
    public void Very_many_references_to_a_step_that_has_as_many_are_sound(string property, string reference, string between)
    {
        const int count = 60_000;
        var many = property.Replace("%", string.Join(between, Numbered(reference, count)), StringComparison.Ordinal);

        Assert.Empty(PlanFileReader.Read(
            $$"""{ "steps": [ { "id": "z", "command": "x" }, { "id": "a", "command": "x", "args": [ {{string.Join(", ", Numbered("\"{{ z.stdout }} #\"", count))}} ] }, { "id": "s", "command": "x", {{many}} } ] }""", "many").Check());
    }

    [Fact]
    public void Very_many_alternatives_of_one_condition_are_written_once() =>
        Assert.Empty(PlanFileReader.Read($$"""{ "steps": [ { "id": "b", "command": "x", "condition": "true in [{{string.Join(", ", Numbered("!true", 150_000))}}]" } ] }""", "many").Check());

    // What a plan file says whose steps run one with these inputs.
    private static EquatableArray<Finding> CheckRun(string input, string step, out string text)
    {
        var inner = PlanFileReader.Read($$"""{ "plan_id": "inner", "inputs": { {{string.Join(", ", Numbered(input, Many))}} }, "steps": [ { "id": "a", "command": "x" } ] }""", "inner");
        text = $$"""{ "plan_id": "outer", "steps": [ {{string.Join(", ", Numbered(step, Many))}} ] }""";
        return Check(text, inner);
    }

    private static EquatableArray<Finding> Check(string text, PlanFile inner)
    {
        var file = PlanFileReader.Read(text, "many");
        var target = new SubPlanTarget(inner.Model);
        return file.Check(file.Model with { Steps = file.Model.Steps.Select(step => step.WithSubPlans(run => run with { Target = target })).ToEquatableArray() }, TypeFacts.None);
    }

    private static void AssertCounted(string text, EquatableArray<Finding> findings, string id, int count)
    {
        AssertCounted(findings, id, count);
        Assert.All(findings, finding => Assert.InRange(finding.Anchor.Kind is AnchorKind.Text ? finding.Anchor.TextSpan.Start : 0, 0, text.Length));
        Assert.All(findings, static finding => Assert.InRange(finding.Message.Length, 1, 25_000));
    }

    private static void AssertCounted(EquatableArray<Finding> findings, string id, long count)
    {
        Assert.Equal(1_000, findings.Count(finding => finding.Id == id));
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"There are {count - 1_000:N0} more findings of {id} "),
            Assert.Single(findings, static finding => finding.Id == RuleIds.OverLimit).Message,
            StringComparison.Ordinal);
    }

    // With the number of each for #.
    private static IEnumerable<string> Numbered(string element, int count) =>
        Enumerable.Range(0, count).Select(number => element.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
