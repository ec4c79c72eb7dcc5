namespace PlanDsl.Model.Tests;

public class RedundantDependencyTests
{
    [Fact]
    public void An_explicit_edge_beside_an_explicit_detour_is_worth_a_hint()
    {
        var finding = Judged.Single(
            A.Step("a").Silent(),
            A.Step("b").Silent().After("a"),
            A.Step("c").Silent().After("b", "a"));

        Assert.Equal("Step 'c' comes after 'a' anyway, because 'b' does; remove this dependency", finding.Message);
        Assert.Equal("step 2.depends_on[1]", Judged.Place(finding.Anchor));
        Assert.Equal(FindingSeverity.Info, finding.Severity);
    }

    [Fact]
    public void A_detour_of_bindings_does_not_count() =>
        Assert.Empty(Judged.Lines(
            A.Step("a"),
            A.Step("b", A.Result("a")),
            A.Step("c", A.Result("b")).After("a")));

    [Fact]
    public void A_detour_is_found_also_in_a_plan_that_binds_elsewhere() =>
        Assert.Equal(["PLAN0104"], Judged.Ids(
            A.Step("a"),
            A.Step("b").Silent().After("a"),
            A.Step("c").Silent().After("b", "a"),
            A.Step("d", A.Result("a"))));

    [Fact]
    public void A_longer_detour_does_not_count() =>
        Assert.Empty(Judged.Lines(
            A.Step("a").Silent(),
            A.Step("b").Silent().After("a"),
            A.Step("c").Silent().After("b"),
            A.Step("d").Silent().After("c", "a")));

    [Fact]
    public void A_binding_beside_an_explicit_detour_carries_a_value_and_stays() =>
        Assert.Empty(Judged.Lines(
            A.Step("a"),
            A.Step("b").After("a"),
            A.Step("c", A.Result("a"), A.Result("b")).After("b")));
}
