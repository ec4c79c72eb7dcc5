namespace PlanDsl.Model.Tests;

public class CycleTests
{
    [Fact]
    public void The_whole_path_is_told_at_the_edge_whose_consumer_is_declared_last()
    {
        var finding = Judged.Single(
            A.Step("a", A.Result("c")),
            A.Step("b", A.Input("day"), A.Result("a")),
            A.Step("c").After("b"));

        Assert.Equal("Steps wait for each other in a circle: a → b → c → a; remove one of these edges", finding.Message);
        Assert.Equal("step 2.depends_on[0]", Judged.Place(finding.Anchor));
        Assert.Equal(["step 0 parameter 0", "step 1 parameter 1"], finding.Related.Select(Judged.Place));
    }

    [Fact]
    public void The_path_begins_at_the_earliest_step_whatever_the_order_of_declaration() =>
        Assert.Equal(
            ["PLAN0101 at step 2 parameter 0: Steps wait for each other in a circle: a → c → b → a; remove one of these edges"],
            Judged.Lines(A.Step("a", A.Result("b")), A.Step("b", A.Result("c")), A.Step("c", A.Result("a"))));

    [Fact]
    public void Each_component_gives_one_finding_with_its_shortest_cycle() =>
        Assert.Equal(
            [
                "PLAN0101 at step 1 parameter 0: Steps wait for each other in a circle: a → b → a; remove one of these edges",
                "PLAN0101 at step 5 parameter 0: Steps wait for each other in a circle: e → f → e; remove one of these edges",
            ],
            Judged.Lines(
                A.Step("a", A.Result("b"), A.Result("d")),
                A.Step("b", A.Result("a")),
                A.Step("c", A.Result("b")),
                A.Step("d", A.Result("c")),
                A.Step("e", A.Result("f"), A.Result("d")),
                A.Step("f", A.Result("e"))));

    [Fact]
    public void A_cycle_gives_no_further_findings() =>
        Assert.Equal(["PLAN0101"], Judged.Ids(
            A.Step("a").After("c"),
            A.Step("b").After("a"),
            A.Step("c").After("a", "b")));

    [Fact]
    public void A_long_cycle_is_shown_by_its_ends()
    {
        var steps = Enumerable.Range(0, 1_000).Select(i => A.Step($"s{i}", A.Result($"s{(i + 999) % 1_000}"))).ToArray();

        var finding = Judged.Single(steps);

        Assert.StartsWith("Steps wait for each other in a circle: s0 → s1 → ", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("s49 → … → s950 → " + string.Join(" → ", Enumerable.Range(951, 49).Select(i => $"s{i}")) + " → s0; remove one of these edges",
            finding.Message, StringComparison.Ordinal);
        Assert.Equal(Anchor.StepParameter(999, 0), finding.Anchor);
    }

    [Fact]
    public void A_diamond_is_no_cycle() =>
        Assert.Empty(Judged.Lines(
            A.Step("a"),
            A.Step("b", A.Result("a")),
            A.Step("c", A.Result("a")),
            A.Step("d", A.Result("b"), A.Result("c"))));

    [Fact]
    public void Steps_may_be_declared_in_any_order() =>
        Assert.Empty(Judged.Lines(A.Step("c", A.Result("b")), A.Step("b", A.Result("a")), A.Step("a")));
}
