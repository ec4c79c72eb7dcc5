using System.Text;

namespace PlanDsl.Model.Tests;

public class RuleIndexTests
{
    private const string Begin = "<!-- rules: begin (written by RuleIndexTests; run it with PLANDSL_ACCEPT=1) -->\n";
    private const string End = "<!-- rules: end -->\n";

    [Fact]
    public void The_index_lists_every_rule()
    {
        var page = Repository.Read("docs", "rules", "README.md");
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        var expected = page[..begin] + Index() + page[end..];

        if (Environment.GetEnvironmentVariable("PLANDSL_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(Repository.PathOf("docs", "rules", "README.md"), expected);
        else
            Assert.Equal(expected, page);
    }

    private static string Index()
    {
        var text = new StringBuilder();
        foreach (var family in RuleBook.All.GroupBy(rule => rule.Family))
        {
            text.Append($"\n## 0{(int)family.Key}xx: {TitleOf(family.Key)}\n\n| id | rule | severity |\n|---|---|---|\n");
            foreach (var rule in family)
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity.ToString().ToLowerInvariant()} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string TitleOf(RuleFamily family) => family switch
    {
        RuleFamily.Declaration => "how plans and steps are declared",
        RuleFamily.Graph => "the graph of the steps",
        RuleFamily.Binding => "results, inputs and what binds them",
        RuleFamily.Policy => "policies and limits",
        RuleFamily.StateMachine => "state machines",
        RuleFamily.PlanFile => "plan files",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "A family without a title."),
    };
}
