namespace PlanDsl.Model.Tests;

public class LiveStreamTests
{
    private static readonly TypeRef Stream = new("global::System.Collections.Generic.IAsyncEnumerable<int>", "IAsyncEnumerable<int>");

    [Fact]
    public void One_reader_is_silent_whatever_else_binds_the_stream() => Assert.Empty(Judged.Lines(A.Plan(
        Producer("a"), A.Step("reads", Live("a")), A.Step("all", A.Result("a").Of(A.Numbers)), A.Step("other", Live("b")), Producer("b"))));

    [Fact]
    public void Two_that_wait_for_each_other_by_starting_together_are_told_once_with_the_way() => Assert.Equal(
        ["PLAN0210 at step 1 parameter 0.type: Parameter 'a' of step 'read_a' cannot read 'a' live: the two start together, when what either waits for has ended, and 'read_a' waits for 'read_b', so that they would wait for themselves: a → after_a → b → read_b → a; take 'int[]', which holds all its elements"],
        Judged.Lines(A.Plan(
            Producer("a"),
            A.Step("read_a", Live("a")).After("read_b"),
            A.Step("after_a").Silent().After("a"),
            Producer("b"),
            A.Step("read_b", Live("b")).Silent().After("after_a"))));

    [Fact]
    public void A_reader_in_a_circle_is_in_one_circle() => Assert.Equal(
        ["PLAN0101"],
        Judged.Findings(A.Plan(Producer("a").After("reads"), A.Step("reads", Live("a")))).Select(finding => finding.Id));

    [Fact]
    public void A_reader_that_binds_itself_depends_on_itself() => Assert.Equal(
        ["PLAN0103"],
        Judged.Findings(A.Plan(Producer("a") with { Parameters = [Live("a")] })).Select(finding => finding.Id));

    [Fact]
    public void The_table_of_a_plan_with_a_reader_is_sound() => Assert.Empty(Judged.Lines(A.Plan(
        Producer("a"), A.Step("before"), Producer("b") with { Parameters = [Live("a")] }, A.Step("reads", Live("b"), A.Result("before")))));

    private static StepModel Producer(string id) => A.Step(id).Returning(A.Numbers) with { Stream = new(Stream, A.Number) { IsReadLive = true } };

    private static ParameterModel Live(string key) => A.Result(key).Of(Stream) with { IsLive = true };
}
