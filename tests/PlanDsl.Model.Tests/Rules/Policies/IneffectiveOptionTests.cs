namespace PlanDsl.Model.Tests;

public class IneffectiveOptionTests
{
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
    public void One_that_follows_another_is_silent_and_so_is_one_that_always_runs() =>
        Assert.Empty(Judged.Lines(
            A.Step("a").Silent(),
            A.Step("b").Silent().After("a") with { RunWhen = RunWhen.Failure },
            A.Step("c", A.Outcome("a")) with { RunWhen = RunWhen.Failure },
            A.Step("d") with { RunWhen = RunWhen.Failure, When = A.Method("is_bad", A.Outcome("a")) },
            A.Step("e") with { RunWhen = RunWhen.Always }));
}
