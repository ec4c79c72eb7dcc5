namespace PlanDsl.Model.Tests;

public class IneffectiveOptionTests
{
    private static readonly StepModel Endless = A.Step("approve") with { Signal = new("approve") };

    [Fact]
    public void A_step_that_follows_failures_of_nobody_is_found() =>
        Assert.Equal(
            ["PLAN0309 at step 0.run_when: run_when of step 'alert' has no effect, because it waits for no other whose failure it could follow, so it never runs; name one in depends_on, or bind its outcome"],
            Judged.Lines(A.Step("alert", A.Input("day")) with { RunWhen = RunWhen.Failure }));

    [Fact]
    public void One_that_names_what_does_not_exist_is_left_alone()
    {
        Assert.Equal(["PLAN0201"], Judged.Ids(A.Step("alert", A.Outcome("nobody")) with { RunWhen = RunWhen.Failure }));
        Assert.Equal(["PLAN0102"], Judged.Ids(A.Step("alert").After("nobody") with { RunWhen = RunWhen.Failure }));
    }

    [Fact]
    public void Every_pair_of_policy_and_weight_says_something()
    {
        Assert.Empty(Judged.Lines(A.Step("a") with { Critical = false }));
        Assert.Empty(Judged.Lines(A.Step("a") with { OnFailure = FailurePolicy.Abort, Critical = true }));
        Assert.Empty(Judged.Lines(A.Step("a") with { OnFailure = FailurePolicy.Abort, Critical = false }));
        Assert.Empty(Judged.Lines(A.Step("a") with { OnFailure = FailurePolicy.Continue, Critical = true }));
        Assert.Empty(Judged.Lines(A.Step("a") with { OnFailure = FailurePolicy.Continue, Critical = false }));
        Assert.Empty(Judged.Lines(A.Step("a") with { OnFailure = FailurePolicy.SkipDependents, Critical = false }));
    }

    [Fact]
    public void What_follows_a_failure_says_nothing_of_a_wait_without_end() =>
        Assert.Equal(
            [
                "PLAN0309 at step 0.retries: retries of step 'approve' has no effect, because nothing but its signal ends the wait, so that it cannot fail; give it a timeout_sec, or remove this",
                "PLAN0309 at step 0.fallback: fallback of step 'approve' has no effect, because nothing but its signal ends the wait, so that it cannot fail; give it a timeout_sec, or remove this",
            ],
            Judged.Lines(Endless with { Retry = new() { Retries = 1 }, Fallback = A.Method("refuse") }));

    [Fact]
    public void A_wait_that_can_end_otherwise_may_be_followed_by_anything()
    {
        var wait = Endless with { Retry = new() { Retries = 1 }, Fallback = A.Method("refuse") };

        Assert.Empty(Judged.Lines(wait with { Timeout = new("2d") }));
        Assert.Empty(Judged.Lines(wait with { TotalTimeout = new("2d") }));
        Assert.Empty(Judged.Lines(wait with { Pipeline = "p" }));
        Assert.Empty(Judged.Lines(wait with { When = A.Method("is_large") }));
        Assert.Empty(Judged.Lines(Endless with { Retry = new() { Retries = 0 }, OnFailure = FailurePolicy.Continue, Compensate = A.Method("undo") }));
    }

    [Fact]
    public void A_predicate_whose_answer_changes_nothing_is_found() =>
        Assert.Equal(
            ["PLAN0309 at step 0.repeat_until: repeat_until of step 'a' has no effect, because the step runs once, and what it returns is used whatever this says; allow more iterations, or remove it"],
            Judged.Lines(A.Step("a") with { RepeatUntil = A.Method("is_enough"), MaxIterations = 1, OnExhausted = OnExhausted.UseLast }));

    [Fact]
    public void A_predicate_that_decides_something_is_silent()
    {
        Assert.Empty(Judged.Lines(A.Step("a") with { RepeatUntil = A.Method("is_enough"), MaxIterations = 1 }));
        Assert.Empty(Judged.Lines(A.Step("a") with { RepeatUntil = A.Method("is_enough"), MaxIterations = 2, OnExhausted = OnExhausted.UseLast }));
    }

    [Fact]
    public void A_key_of_a_group_without_result_is_found_and_of_one_with_is_not()
    {
        Assert.Equal(
            ["PLAN0309 at step 2.result_key: result_key of group 'g' has no effect, because its members do not all return one type, so that it has no result; let them, or remove it"],
            Judged.Lines(A.Step("a").In("g"), A.Step("b").Silent().In("g"), A.Group("g").As("all")));
        Assert.Empty(Judged.Lines(A.Step("a").In("g"), A.Group("g").As("all") with { ResultType = A.Numbers }));
    }

    [Fact]
    public void One_that_follows_another_is_silent_and_so_is_one_that_always_runs() =>
        Assert.Empty(Judged.Lines(
            A.Step("a").Silent(),
            A.Step("b").Silent().After("a") with { RunWhen = RunWhen.Failure },
            A.Step("c", A.OutcomeOfNothing("a")) with { RunWhen = RunWhen.Failure },
            A.Step("d") with { RunWhen = RunWhen.Failure, When = A.Method("is_bad", A.OutcomeOfNothing("a")) },
            A.Step("e") with { RunWhen = RunWhen.Always }));
}
