namespace PlanDsl.Model.Tests;

/// <summary>What the rules of bindings say of groups and their members.</summary>
public class GroupResultsTests
{
    [Fact]
    public void A_member_with_a_condition_is_optional_to_whoever_binds_it_and_its_neighbour_is_not() =>
        Assert.Equal(
            ["PLAN0204 at step 2 parameter 0.type: Parameter 'a' of step 'c' takes 'int', but 'a' may be absent, because step 'a' is skipped when its condition does not hold; make it 'int?'"],
            Judged.Lines(
                A.Step("a").In("g") with { When = A.Method("is_due") },
                A.Step("b").In("g"),
                A.Step("c", A.Result("a"), A.Result("b")),
                A.Group("g")));

    [Theory]
    [InlineData(ParallelStrategy.Any)]
    [InlineData(ParallelStrategy.Threshold)]
    [InlineData(ParallelStrategy.BestEffort)]
    public void A_member_that_its_group_can_do_without_is_optional(ParallelStrategy strategy) =>
        Assert.Equal(
            ["PLAN0204 at step 1 parameter 0.type: Parameter 'near' of step 'b' takes 'int', but 'near' may be absent, because group 'g' can succeed without 'near'; make it 'int?'"],
            Judged.Lines(A.Step("near").In("g"), A.Step("b", A.Result("near")), A.Group("g", strategy, strategy is ParallelStrategy.Threshold ? 1 : null)));

    [Theory]
    [InlineData(null)]
    [InlineData(ParallelStrategy.FailFast)]
    public void A_member_that_must_succeed_is_not(ParallelStrategy? strategy) =>
        Assert.Empty(Judged.Lines(A.Step("near").In("g"), A.Step("b", A.Result("near")), A.Group("g", strategy)));

    [Fact]
    public void A_member_of_a_tolerated_group_is_optional_and_so_is_the_group() =>
        Assert.Equal(
            [
                "PLAN0204 at step 1 parameter 0.type: Parameter 'near' of step 'b' takes 'int', but 'near' may be absent, because the plan goes on when group 'g' fails; make it 'int?'",
                "PLAN0204 at step 1 parameter 1.type: Parameter 'g' of step 'b' takes 'int[]', but 'g' may be absent, because the plan goes on when group 'g' fails; make it 'int[]?'",
            ],
            Judged.Lines(
                A.Step("near").In("g"),
                A.Step("b", A.Result("near"), A.Result("g").Of(A.Numbers)),
                A.Group("g").Returning(A.Numbers) with { OnFailure = FailurePolicy.Continue }));

    [Fact]
    public void In_results_a_member_is_optional_where_its_group_is_or_can_do_without_it()
    {
        var plan = A.Plan(
            A.Step("a").In("all"),
            A.Step("b").In("any"),
            A.Step("c").In("tolerated"),
            A.Step("d").After("skipping"),
            A.Step("e").In("behind").After("skipping"),
            A.Step("f").In("skipping"),
            A.Group("all"),
            A.Group("any", ParallelStrategy.Any),
            A.Group("tolerated") with { OnFailure = FailurePolicy.Continue },
            A.Group("behind"),
            A.Group("skipping") with { OnFailure = FailurePolicy.SkipDependents, Critical = false });
        var bindings = new PlanBindings(plan);

        Assert.Equal([1, 2, 3, 4, 5, 8, 9, 10], OptionalResults.Of(plan, PlanGraph.From(plan, bindings), bindings));
    }

    [Fact]
    public void A_result_that_nobody_binds_is_said_of_the_group() =>
        Assert.Equal(
            ["PLAN0205 at step 3: Steps come after 'g', but none of them takes its result 'g'; bind it where it is needed, or let the step return nothing"],
            Judged.Lines(A.Step("near").In("g"), A.Step("far").In("g"), A.Step("b").After("near"), A.Group("g").Returning(A.Numbers)));

    [Fact]
    public void Without_a_result_of_the_group_it_is_said_of_each_member() =>
        Assert.Equal(
            ["PLAN0205 at step 1: Steps come after 'far', but none of them takes its result 'far'; bind it where it is needed, or let the step return nothing"],
            Judged.Lines(A.Step("near").In("g"), A.Step("far").Returning(A.Text).In("g"), A.Step("b", A.Result("near")), A.Group("g")));

    [Fact]
    public void A_group_of_unlike_members_has_nothing_to_bind() =>
        Assert.Equal(
            ["PLAN0201 at step 2 parameter 0: No step produces 'g', which parameter 'g' of step 'b' binds; group 'g' has no result, because its members do not return one type: let them, or bind them one by one"],
            Judged.Lines(A.Step("near").In("g"), A.Step("far").Returning(A.Text).In("g"), A.Step("b", A.Result("g")), A.Group("g")));

    [Fact]
    public void What_a_member_binds_of_its_own_group_is_not_judged_by_its_type() =>
        Assert.Equal(["PLAN0103"], Judged.Ids(A.Step("near").In("g"), A.Step("far", A.Result("near").Of(A.Text)).In("g"), A.Group("g", ParallelStrategy.Any)));
}
