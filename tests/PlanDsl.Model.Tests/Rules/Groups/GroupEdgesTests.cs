namespace PlanDsl.Model.Tests;

/// <summary>What the rules of the graph say of groups, whose edges are those of their members.</summary>
public class GroupEdgesTests
{
    [Fact]
    public void Members_do_not_bind_each_other() =>
        Assert.Equal(
            ["PLAN0103 at step 1 parameter 0: Step 'far' depends on 'near', which runs beside it in group 'mirrors', so it could never start; remove this edge"],
            Judged.Lines(A.Step("near").In("mirrors"), A.Step("far", A.Result("near")).In("mirrors"), A.Group("mirrors")));

    [Fact]
    public void A_member_does_not_wait_for_its_group() =>
        Assert.Equal(
            ["PLAN0103 at step 0.depends_on[0]: Step 'near' depends on 'mirrors', the group that it is a member of, so it could never start; remove this edge"],
            Judged.Lines(A.Step("near").In("mirrors").After("mirrors"), A.Group("mirrors")));

    [Fact]
    public void A_group_does_not_wait_for_a_member() =>
        Assert.Equal(
            ["PLAN0103 at step 1.depends_on[0]: Step 'mirrors' depends on 'near', a member of it, so it could never start; remove this edge"],
            Judged.Lines(A.Step("near").In("mirrors"), A.Group("mirrors").After("near")));

    [Fact]
    public void A_circle_through_a_group_is_shown_at_the_member_that_closes_it() =>
        Assert.Equal(
            ["PLAN0101 at step 1 parameter 0: Steps wait for each other in a circle: unpack → mirrors → unpack; remove one of these edges"],
            Judged.Lines(
                A.Step("near").In("mirrors"),
                A.Step("far", A.Result("unpack")).In("mirrors"),
                A.Step("unpack", A.Result("near")),
                A.Group("mirrors")));

    [Fact]
    public void An_unknown_group_is_found_with_the_one_that_was_meant()
    {
        var finding = Judged.Single(A.Step("a").In("mirror"), A.Step("b").In("mirrors"), A.Group("mirrors"));

        Assert.Equal("Step 'a' is a member of 'mirror', which is no parallel group of this plan; did you mean 'mirrors'?", finding.Message);
        Assert.Equal(Anchor.Step(0).At(PropertyNames.Group), finding.Anchor);
        Assert.Equal("mirrors", finding.Suggestion);
    }

    [Theory]
    [InlineData("the only group is 'mirrors'", "mirrors")]
    [InlineData("name a group, or declare it", "mirrors", "others")]
    [InlineData("name a group, or declare it")]
    public void An_unknown_group_that_is_near_to_none_is_found(string remedy, params string[] groups) =>
        Assert.Equal(
            [$"PLAN0102 at step 0.group: Step 'a' is a member of 'x', which is no parallel group of this plan; {remedy}"],
            Judged.Lines([A.Step("a").In("x"), .. groups.Select(group => A.Step("in_" + group).In(group)), .. groups.Select(group => A.Group(group))]));

    [Fact]
    public void A_step_is_no_group() =>
        Assert.Equal(["PLAN0102"], Judged.Ids(A.Step("a"), A.Step("b").In("a")));

    [Fact]
    public void A_group_without_members_is_found_and_its_threshold_is_not_judged() =>
        Assert.Equal(
            ["PLAN0002 at step 1: Group 'g' has no steps; write at least one step into it, or remove it"],
            Judged.Lines(A.Step("a"), A.Group("g", ParallelStrategy.Threshold)));

    [Fact]
    public void A_dependency_of_a_member_may_be_redundant_because_of_another_members() =>
        Assert.Equal(
            ["PLAN0104 at step 2.depends_on[0]: Step 'g' comes after 'a' anyway, because 'b' does; remove this dependency"],
            Judged.Lines(
                A.Step("a").Silent(),
                A.Step("b").Silent().After("a"),
                A.Step("near").Silent().In("g").After("a"),
                A.Step("far").Silent().In("g").After("b"),
                A.Group("g")));

    [Fact]
    public void The_members_edges_are_their_groups()
    {
        var graph = PlanGraph.From(A.Plan(
            A.Step("a"), A.Step("near", A.Result("a")).In("g"), A.Step("far").In("g").After("b"), A.Step("b"), A.Step("c", A.Result("near")), A.Step("d").After("g"), A.Group("g")));

        Assert.Equal([0, 3], graph.PredecessorsOf(6).ToArray());
        Assert.Equal([4, 5], graph.SuccessorsOf(6).ToArray());
        Assert.Empty(graph.PredecessorsOf(1).ToArray());
        Assert.Empty(graph.SuccessorsOf(1).ToArray());
    }
}
