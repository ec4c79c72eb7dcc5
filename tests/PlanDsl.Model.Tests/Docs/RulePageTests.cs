using System.Text.RegularExpressions;

namespace PlanDsl.Model.Tests;

public class RulePageTests
{
    public static TheoryData<string> Ids => [.. RuleBook.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_the_severity_and_the_message_of_its_rule(string id)
    {
        var rule = RuleBook.Get(id);
        var page = Repository.Read("docs", "rules", $"{id}.md");

        Assert.StartsWith($"# {id}: {rule.Title}\n\n{SeverityOf(rule)}\n\n## Cause\n\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n\n```", page, StringComparison.Ordinal);
        Assert.Contains("\n## Remedy\n\n", page, StringComparison.Ordinal);
        Assert.Matches("(?m)^> " + Regex.Replace(Regex.Escape(rule.MessageFormat), @"\\\{\d}", ".+") + "$", page);
    }

    [Fact]
    public void There_is_no_page_without_a_rule() =>
        Assert.Equal(
            RuleBook.All.Select(rule => rule.Id),
            Directory.GetFiles(Repository.PathOf("docs", "rules"), "PLAN*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static string SeverityOf(RuleInfo rule) => rule.Severity switch
    {
        FindingSeverity.Error => "**Error.** The plan or state machine is invalid: the build fails, and neither `NoWarn` nor `.editorconfig` silences it.",
        FindingSeverity.Warning => "**Warning.** It can be suppressed like any compiler warning: in `.editorconfig`, by `#pragma` or by `NoWarn`.",
        FindingSeverity.Info => $"**Info.** A hint in the IDE that never breaks a build. Set `dotnet_diagnostic.{rule.Id}.severity` in `.editorconfig` to raise or silence it.",
        _ => "**Hidden.** Not shown; it carries the code fix. What you see is the compiler's own error.",
    };
}
