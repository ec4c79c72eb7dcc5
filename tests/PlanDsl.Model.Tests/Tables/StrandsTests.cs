namespace PlanDsl.Model.Tests;

public class StrandsTests
{
    [Fact]
    public void A_chain_is_a_strand() =>
        Assert.Equal("0 1 2", Of(A.Step("a"), A.Step("b", A.Result("a")), A.Step("c").After("b")));

    [Fact]
    public void A_plan_in_which_nothing_waits_is_one_strand() =>
        Assert.Equal("0 1 3 2", Of(A.Step("a"), A.Step("b", A.Result("a")), A.Step("c", A.Result("a")), A.Step("d", A.Result("b"))));

    [Theory]
    [InlineData(null, false, true)]
    [InlineData(4, false, true)]
    [InlineData(1, true, true)]
    [InlineData(null, true, false)]
    public void The_strands_are_the_whole_order_where_one_thread_can_run_them(int? maxParallel, bool isAsync, bool expected) =>
        Assert.Equal(expected, Strands.AreWholeOrder(new PlanModel { Id = "p", MaxParallel = maxParallel, Steps = [A.Step("a") with { IsAsync = isAsync }] }));

    [Fact]
    public void A_chain_ends_where_it_forks_and_where_it_is_joined() =>
        Assert.Equal("0 1 | 2 4 | 6 7", Of(
            A.Step("a"),
            A.Step("b", A.Result("a")),
            A.Step("c", A.Result("b")),
            A.Step("d", A.Result("b")),
            A.Step("e", A.Result("c")),
            A.Step("f") with { IsAsync = true },
            A.Step("g", A.Result("d"), A.Result("e"), A.Result("f")),
            A.Step("h", A.Result("g"))));

    [Fact]
    public void The_order_of_declaration_does_not_matter() =>
        Assert.Equal("2 1 0", Of(A.Step("c", A.Result("b")), A.Step("b", A.Result("a")), A.Step("a")));

    [Fact]
    public void A_long_chain_is_split()
    {
        var steps = Enumerable.Range(0, 130).Select(static step => step == 0 ? A.Step("s0") : A.Step($"s{step}").After($"s{step - 1}"));

        Assert.Equal("64 64 2", string.Join(' ', StrandsOf(null, [.. steps]).Select(static strand => strand.Length)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void A_strand_goes_on_where_a_step_waits(int? maxParallel) =>
        Assert.Equal("0 1 2", Text(StrandsOf(maxParallel, A.Step("a"), A.Step("b").After("a") with { IsAsync = true }, A.Step("c").After("b"))));

    [Fact]
    public void One_step_at_a_time_is_the_whole_order() =>
        Assert.Equal("0 2 1 3 4", Text(StrandsOf(1, A.Step("a"), A.Step("b"), A.Step("c", A.Result("a")), A.Step("d", A.Result("c"), A.Result("b")), A.Step("e", A.Result("a")))));

    [Fact]
    public void Who_asks_for_more_than_to_be_called_makes_all_go_the_long_way_round() =>
        Assert.Empty(StrandsOf(null, A.Step("a"), A.Step("b", A.Result("a")) with { Timeout = new Duration("1s") }));

    private static string Of(params StepModel[] steps) => Text(StrandsOf(null, steps));

    private static string Text(IEnumerable<int[]> strands) => string.Join(" | ", strands.Select(static strand => string.Join(' ', strand)));

    private static IReadOnlyList<int[]> StrandsOf(int? maxParallel, params StepModel[] steps)
    {
        var plan = new PlanModel { Id = "p", MaxParallel = maxParallel, Steps = [.. steps] };
        return Strands.Of(plan, PlanGraph.From(plan));
    }
}
