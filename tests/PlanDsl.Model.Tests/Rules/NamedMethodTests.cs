namespace PlanDsl.Model.Tests;

/// <summary>What methods bind that options of steps name is judged as what steps bind.</summary>
public class NamedMethodTests
{
    [Fact]
    public void A_parameter_that_binds_nothing_is_found() =>
        Assert.Equal(
            ["PLAN0201 at step 1 Fallback parameter 0: No step produces 'order', which parameter 'order' of fallback 'cached' of step 'b' binds; did you mean 'orders'?"],
            Judged.Lines(A.Step("orders"), A.Step("b") with { Fallback = A.Method("cached", A.Result("order")) }));

    [Fact]
    public void A_parameter_of_another_type_is_found() =>
        Assert.Equal(
            ["PLAN0202 at step 1 Compensate parameter 0.type: Parameter 'b' of compensation 'undo' of step 'b' takes 'string', but 'b' is produced as 'int' by step 'b'; change one of the two types"],
            Judged.Lines(
                A.Plan(A.Step("a"), A.Step("b", A.Result("a")) with { Compensate = A.Method("undo", A.Result("b").Of(A.Text)) }),
                new TypePair("int", "string")));

    [Fact]
    public void A_condition_that_waits_for_its_own_step_is_found() =>
        Assert.Equal(
            ["PLAN0103 at step 0 When parameter 0: Step 'a' depends on itself by its condition 'is_due', which cannot bind its step's result, because it is asked before there is one; remove this edge"],
            Judged.Lines(A.Step("a") with { When = A.Method("is_due", A.Result("a").Of(A.MaybeNumber)) }));

    [Fact]
    public void A_fallback_that_binds_what_its_own_step_has_not_returned_is_found() =>
        Assert.Equal(
            ["PLAN0103 at step 0 Fallback parameter 0: Step 'a' depends on itself by its fallback 'cached', which cannot bind its step's result, because it is called where there is none; remove this edge"],
            Judged.Lines(A.Step("a") with { Fallback = A.Method("cached", A.Result("a").Of(A.MaybeNumber)) }));

    [Fact]
    public void A_compensation_that_binds_the_outcome_of_its_own_step_is_found() =>
        Assert.Equal(
            ["PLAN0103 at step 0 Compensate parameter 0: Step 'a' depends on itself by its compensation 'undo', which cannot bind its step's outcome, only the result; remove this edge"],
            Judged.Lines(A.Step("a") with { Compensate = A.Method("undo", A.Outcome("a")) }));

    [Fact]
    public void A_condition_that_waits_for_a_member_of_its_group_is_found() =>
        Assert.Equal(
            ["PLAN0103 at step 1 When parameter 0: Step 'far' depends on 'near', which runs beside it in group 'mirrors', because its condition 'is_due' binds that; remove this edge"],
            Judged.Lines(
                A.Step("near").In("mirrors"),
                A.Step("far").In("mirrors") with { When = A.Method("is_due", A.Result("near")) },
                A.Group("mirrors")));

    [Fact]
    public void A_circle_through_a_fallback_is_found_at_its_parameter() =>
        Assert.Equal(
            ["PLAN0101 at step 1 Fallback parameter 0: Steps wait for each other in a circle: a → b (via 'cached') → a; remove one of these edges"],
            Judged.Lines(A.Step("a", A.Result("b")), A.Step("b") with { Fallback = A.Method("cached", A.Result("a")) }));

    [Fact]
    public void A_circle_through_the_method_of_its_first_step_names_it_where_it_closes() =>
        Assert.Equal(
            ["PLAN0101 at step 1 parameter 0: Steps wait for each other in a circle: a → b → a (via 'is_due'); remove one of these edges"],
            Judged.Lines(A.Step("a") with { When = A.Method("is_due", A.Result("b")) }, A.Step("b", A.Result("a").Of(A.MaybeNumber))));

    [Fact]
    public void A_result_that_only_a_condition_takes_is_used() =>
        Assert.Empty(Judged.Lines(A.Step("a"), A.Step("b").After("a") with { When = A.Method("is_due", A.Result("a")) }));

    [Fact]
    public void A_result_that_only_its_own_compensation_takes_is_not() =>
        Assert.Equal(["PLAN0205"], Judged.Ids(A.Step("a") with { Compensate = A.Method("undo", A.Result("a")) }, A.Step("b").After("a")));

    [Fact]
    public void An_input_that_a_method_declares_otherwise_is_found() =>
        Assert.Equal(
            ["PLAN0211 at step 0 When parameter 0.type: Input 'day' is 'string' here, but 'int' in step 'a'; give it one type"],
            Judged.Lines(A.Step("a", A.Input("day")) with { When = A.Method("is_due", A.Input("day").Of(A.Text)) }));

    [Fact]
    public void An_outcome_of_nobody_is_found() =>
        Assert.Equal(
            [
                "PLAN0201 at step 1 parameter 0: No step produces 'fetc', which parameter 'fetc' of step 'clean' binds; did you mean 'fetch'?",
                "PLAN0201 at step 1 parameter 1: No step produces 'zebra', which parameter 'zebra' of step 'clean' binds; name a step's result_key or its id",
            ],
            Judged.Lines(A.Step("fetch").Silent(), A.Step("clean", A.Outcome("fetc"), A.Outcome("zebra")) with { RunWhen = RunWhen.Always }));

    [Fact]
    public void Methods_are_numbered_apart_from_the_steps()
    {
        var numbers = new MethodNumbers(A.Plan(
            A.Step("a") with { Compensate = A.Method("undo"), When = A.Method("is_due") },
            A.Step("b"),
            A.Step("c") with { When = A.Method("is_due"), Fallback = A.Method("cached") }));

        Assert.Equal([(0, MethodRole.When), (2, MethodRole.When)], numbers.Decisions);
        Assert.Equal([(0, MethodRole.Compensate), (2, MethodRole.Fallback)], numbers.Bodies);
        Assert.Equal((0, 1, 3, 4), (numbers.Of(0, MethodRole.When), numbers.Of(2, MethodRole.When), numbers.Of(0, MethodRole.Compensate), numbers.Of(2, MethodRole.Fallback)));
        Assert.Null(numbers.Of(1, MethodRole.When));
    }
}
