namespace PlanDsl.Model.Tests;

public class SelfDependencyTests
{
    [Fact]
    public void A_dependency_on_itself_is_found() =>
        Assert.Equal(
            ["PLAN0103 at step 0.depends_on[0]: Step 'build' depends on itself, so it could never start; remove this edge"],
            Judged.Lines(A.Step("build").After("build")));

    [Fact]
    public void Binding_its_own_result_is_found_once_and_its_type_is_not_judged() =>
        Assert.Equal(
            ["PLAN0103 at step 0 parameter 0: Step 'build' depends on itself, so it could never start; remove this edge"],
            Judged.Lines(
                A.Plan(A.Step("build", A.Result("build").Of(A.Text)) with { OnFailure = FailurePolicy.Continue }),
                new TypePair("int", "string")));

    [Fact]
    public void It_is_no_cycle_of_several_steps() =>
        Assert.Equal(["PLAN0103"], Judged.Ids(A.Step("a"), A.Step("b", A.Result("a")).After("b")));

    [Fact]
    public void A_dependency_on_another_step_is_silent() =>
        Assert.Empty(Judged.Lines(A.Step("a").Silent(), A.Step("b").After("a")));
}
