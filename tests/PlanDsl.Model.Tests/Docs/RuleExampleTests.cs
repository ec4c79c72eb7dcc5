using System.Text.RegularExpressions;

namespace PlanDsl.Model.Tests;

/// <summary>What the pages of rules show of plan files is true: the broken one has that finding, with the words on the page, and the mended
/// one has none. What is no whole file are steps of one.</summary>
public partial class RuleExampleTests
{
    // These are found where there is a class, where a run is given its variables, and in files that are too long for a page.
    private static readonly string[] NotSeenInTheText = [RuleIds.StepBodyNotFound, RuleIds.UnresolvedVariable, RuleIds.OverLimit];

    private static readonly string[] InJson =
        [.. RuleBook.All.Select(static rule => rule.Id).Where(static id => PageOf(id).Contains("\n## Example\n\n```json\n", StringComparison.Ordinal))];

    public static TheoryData<string> Ids => [.. InJson];

    public static TheoryData<string> IdsInTheText => [.. InJson.Except(NotSeenInTheText)];

    [Theory]
    [MemberData(nameof(IdsInTheText))]
    public void The_broken_example_has_the_finding_that_the_page_quotes(string id)
    {
        var finding = Assert.Single(Check(ExamplesOf(id)[0]));

        Assert.Equal(id, finding.Id);
        Assert.Contains($"\n> {finding.Message}\n", PageOf(id), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_mended_example_has_none(string id) => Assert.Empty(Check(ExamplesOf(id)[1]));

    [Fact]
    public void The_pages_about_plan_files_show_plan_files() => Assert.True(InJson.Length > 10);

    private static Finding[] Check(string example)
    {
        var text = example.Contains("\"steps\"", StringComparison.Ordinal) ? example : $"{{ \"plan_id\": \"example\", \"steps\": [{example}] }}";
        return [.. PlanFileReader.Read(text, "example.plan.json").Check()];
    }

    private static string[] ExamplesOf(string id) => [.. Example().Matches(PageOf(id)).Select(static match => match.Groups[1].Value)];

    private static string PageOf(string id) => Repository.Read("docs", "rules", $"{id}.md");

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
