using System.Reflection;

namespace PlanDsl.Model.Tests;

public class RuleBookTests
{
    [Fact]
    public void Each_id_has_a_rule_with_the_title_and_message_of_the_same_name()
    {
        var ids = Constants(typeof(RuleIds));

        Assert.Equal(ids.Keys.Order(StringComparer.Ordinal), Constants(typeof(RuleTitles)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ids.Keys.Order(StringComparer.Ordinal), Constants(typeof(RuleMessages)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ids.Values.Order(StringComparer.Ordinal), RuleBook.All.Select(rule => rule.Id));
        Assert.All(ids, id =>
        {
            Assert.Equal(Constants(typeof(RuleTitles))[id.Key], RuleBook.Get(id.Value).Title);
            Assert.Equal(Constants(typeof(RuleMessages))[id.Key], RuleBook.Get(id.Value).MessageFormat);
        });
    }

    [Fact]
    public void Ids_are_unique_and_say_their_family()
    {
        Assert.Equal(RuleBook.All.Length, RuleBook.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RuleBook.All, rule =>
        {
            Assert.Matches("^PLAN0[0-5][0-9]{2}$", rule.Id);
            Assert.Equal((int)rule.Family, rule.Id[5] - '0');
        });
    }

    [Fact]
    public void Titles_and_messages_are_phrases_without_a_full_stop() =>
        Assert.All(RuleBook.All, rule =>
        {
            Assert.False(rule.Title.EndsWith('.') || rule.MessageFormat.EndsWith('.'), rule.Id);
            Assert.Contains("{0}", rule.MessageFormat, StringComparison.Ordinal);
        });

    [Fact]
    public void Ids_titles_and_messages_stand_in_one_order() =>
        Assert.Equal(Constants(typeof(RuleIds)).Keys, Constants(typeof(RuleMessages)).Keys);

    [Fact]
    public void An_unknown_id_is_refused() => Assert.Throws<KeyNotFoundException>(() => RuleBook.Get("PLAN9999"));

    [Fact]
    public void Each_rule_has_a_page_of_its_own() =>
        Assert.All(RuleBook.All, rule => Assert.True(File.Exists(Repository.PathOf(rule.HelpPage)), rule.HelpPage));

    [Theory]
    [InlineData("https://example.org/plans", "https://example.org/plans/blob/main/docs/rules/PLAN0101.md")]
    [InlineData("https://example.org/plans/", "https://example.org/plans/blob/main/docs/rules/PLAN0101.md")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_page_is_linked_to_only_where_it_can_be_read(string? repository, string? link) =>
        Assert.Equal(link, RuleBook.Get(RuleIds.Cycle).LinkIn(repository));

    private static Dictionary<string, string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal);
}
