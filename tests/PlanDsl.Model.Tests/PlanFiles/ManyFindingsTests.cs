namespace PlanDsl.Model.Tests;

/// <summary>Files with more mistakes than anybody wants to see: of each rule some are shown, and the others are counted.</summary>
public class ManyFindingsTests
{
    private const int Most = 1_000;

    [Theory]
    [InlineData(RuleIds.WrongType, "1,", "There are 1,999,000 more findings of PLAN0503 in this file than the 1,000 that are shown; mend those first", 2_000_000)]
    [InlineData(RuleIds.WrongType, "1,", "There is 1 more finding of PLAN0503 in this file than the 1,000 that are shown; mend those first", Most + 1)]
    [InlineData(RuleIds.MalformedJson, "@ 1,", "There are 4,000 more findings of PLAN0501 in this file than the 1,000 that are shown; mend those first", 5_000)]
    public void So_many_are_shown_and_how_many_others_there_are(string id, string element, string summary, int count)
    {
        var text = $"{{ \"steps\": [{string.Concat(Enumerable.Repeat(element, count))}] }}";
        var file = PlanFileReader.Read(text, "many");
        var findings = file.Check();

        Assert.Equal(Most, findings.Count(finding => finding.Id == id));
        var rest = Assert.Single(findings, finding => finding.Message == summary);
        Assert.Equal((RuleIds.OverLimit, FindingSeverity.Error), (rest.Id, rest.Severity));
        Assert.Equal(text.IndexOf('[', StringComparison.Ordinal) + 1 + (Most * element.Length), file.Map.Find(rest.Anchor).Start);
    }

    [Theory]
    [InlineData("\"command\": \"#\"", "{{}}", RuleIds.InvalidTemplate)]
    [InlineData("\"command\": \"{{ # }}\"", "@ ", RuleIds.InvalidTemplate)]
    [InlineData("\"command\": \"x\", \"condition\": \"#\"", "@ ", RuleIds.InvalidCondition)]
    public void Of_one_string_no_more_is_kept(string step, string part, string id)
    {
        var parts = string.Concat(Enumerable.Repeat(part, 5_000));

        var findings = PlanFileReader.Read($"{{ \"steps\": [ {{ \"id\": \"s\", {step.Replace("#", parts, StringComparison.Ordinal)} }} ] }}", "many").Check();

        Assert.Equal(Most, Template.Parse($"{parts} {{{{ {parts} }}}}").Faults.Count);
        Assert.Equal(Most, Expression.Parse(string.Concat(Enumerable.Repeat("@ ", 5_000))).Faults.Count);
        Assert.Equal(Most, findings.Count(finding => finding.Id == id));
        Assert.Contains(findings, finding => finding.Id == RuleIds.OverLimit && finding.Message.Contains($"more findings of {id}", StringComparison.Ordinal));
    }

    [Fact]
    public void As_many_as_are_shown_are_no_more() =>
        Assert.Equal(Most, PlanFileReader.Read($"{{ \"steps\": [{string.Concat(Enumerable.Repeat("1,", Most))}] }}", "many").Check().Count);

    [Fact]
    public void Hints_push_no_error_out_and_make_none()
    {
        var steps = Enumerable.Range(0, 3_000).Select(static number => $"{{ \"id\": \"s{number}\", \"command\": \"x\"{(number < 2 ? "" : $", \"depends_on\": [\"s{number - 1}\", \"s{number - 2}\"]")} }},\n");
        var text = $"{{ \"steps\": [ {string.Concat(steps)} # ] }}";

        var hints = PlanFileReader.Read(text.Replace("#", "", StringComparison.Ordinal), "many").Check();
        Assert.Equal(Most + 1, hints.Count);
        Assert.All(hints, static finding => Assert.Equal(FindingSeverity.Info, finding.Severity));

        var error = Assert.Single(
            PlanFileReader.Read(text.Replace("#", """{ "id": "last", "command": "x", "depends_on": ["nobody"] }""", StringComparison.Ordinal), "many").Check(),
            static finding => finding.Severity is FindingSeverity.Error);
        Assert.Equal(RuleIds.UnknownDependency, error.Id);
    }

    [Fact]
    public void What_a_file_and_its_rules_say_by_one_rule_is_counted_together()
    {
        var args = string.Concat(Enumerable.Repeat("\"{{ inputs.b }} {{ c }}\",", 900));
        var findings = PlanFileReader.Read($"{{ \"inputs\": {{ \"a\": {{}} }}, \"steps\": [{{ \"id\": \"s\", \"command\": \"x\", \"args\": [{args}] }}] }}", "many").Check();

        Assert.Equal(Most, findings.Count(static finding => finding.Id == RuleIds.UnboundParameter));
        Assert.StartsWith("There are 800 more findings of PLAN0201", Assert.Single(findings, static finding => finding.Id == RuleIds.OverLimit).Message, StringComparison.Ordinal);
    }
}
