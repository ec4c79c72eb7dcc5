namespace PlanDsl.Model.Tests;

public class PlanRulesTests
{
    public static TheoryData<string> Sound => [.. SoundPlans.All.Select(sound => sound.Name)];

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_plan_has_no_findings(string name) =>
        Assert.Empty(Judged.Lines(SoundPlans.All.Single(sound => sound.Name == name).Plan));

    [Fact]
    public void Everything_that_is_wrong_is_said_in_the_order_of_the_rules_and_equal_models_get_equal_findings()
    {
        var findings = Judged.Findings(Wrong(), new TypePair("int", "string"));

        Assert.Equal(
            [
                "PLAN0003", "PLAN0004", "PLAN0007", "PLAN0101", "PLAN0102", "PLAN0103", "PLAN0104",
                "PLAN0201", "PLAN0202", "PLAN0203", "PLAN0204", "PLAN0206", "PLAN0211", "PLAN0305", "PLAN0306",
            ],
            findings.Select(finding => finding.Id));
        Assert.Equal(Wrong(), Wrong());
        Assert.Equal(findings, Judged.Findings(Wrong(), new TypePair("int", "string")));
        Assert.Equal(findings.GetHashCode(), Judged.Findings(Wrong(), new TypePair("int", "string")).GetHashCode());
    }

    [Fact]
    public void A_message_fills_every_placeholder_of_its_format() =>
        Assert.All(Judged.Findings(Wrong(), new TypePair("int", "string")), finding =>
        {
            Assert.DoesNotContain("{", finding.Message, StringComparison.Ordinal);
            Assert.Equal(finding.Args.Count, Enumerable.Range(0, 9).Count(i => RuleBook.Get(finding.Id).MessageFormat.Contains($"{{{i}}}", StringComparison.Ordinal)));
        });

    // One mistake of each kind, each on its own.
    private static PlanModel Wrong() => A.Plan(
        A.Step("same"),
        A.Step("same"),
        A.Step("a b"),
        A.Step("deaf") with { IsAsync = true },
        A.Step("left", A.Result("right")),
        A.Step("right", A.Result("left")),
        A.Step("lost").After("nowhere"),
        A.Step("selfish").After("selfish"),
        A.Step("one").Silent(),
        A.Step("two").Silent().After("one"),
        A.Step("three").Silent().After("one", "two"),
        A.Step("hungry", A.Result("manna")),
        A.Step("number"),
        A.Step("reader", A.Result("number").Of(A.Text)),
        A.Step("twin").As("number_"),
        A.Step("shaky") with { OnFailure = FailurePolicy.Continue },
        A.Step("strict", A.Result("shaky")),
        A.Step("shadow", A.Input("day")).As("day"),
        A.Step("other", A.Input("day").Of(A.Text)),
        A.Step("odd") with { OnFailure = (FailurePolicy)9 }) with { MaxParallel = 0 };
}
