namespace PlanDsl.Model.Tests;

public class PlanBindingsTests
{
    private static readonly PlanBindings Bindings = new(A.Plan(
        A.Step("fetch").As("orders"),
        A.Step("migrate").Silent(),
        A.Step("build", A.Token, A.Result("orders"), A.Input("orders"), A.Result("nothing")).After("nobody", "migrate")));

    [Fact]
    public void A_parameter_is_bound_to_the_step_that_produces_its_key()
    {
        Assert.Equal([-1, 0, -1, -1], Bindings.ProducersOf(2).ToArray());
        Assert.Empty(Bindings.ProducersOf(0).ToArray());
    }

    [Fact]
    public void A_dependency_is_bound_to_the_step_with_its_id() => Assert.Equal([-1, 1], Bindings.DependenciesOf(2).ToArray());

    [Fact]
    public void Names_are_looked_up()
    {
        Assert.Equal(0, Bindings.StepWithId("fetch"));
        Assert.Equal(-1, Bindings.StepWithId("orders"));
        Assert.Equal(0, Bindings.ProducerOf("orders"));
        Assert.Equal(-1, Bindings.ProducerOf("migrate"));
        Assert.Equal(["fetch", "migrate", "build"], Bindings.StepIds);
        Assert.Equal(["orders", "build"], Bindings.ResultKeys);
    }

    [Fact]
    public void Of_two_steps_with_one_name_the_first_has_it_and_both_are_contested()
    {
        var bindings = new PlanBindings(A.Plan(A.Step("a"), A.Step("a").As("x"), A.Step("b").As("x"), A.Step("c")));

        Assert.Equal(0, bindings.StepWithId("a"));
        Assert.Equal(1, bindings.ProducerOf("x"));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(bindings.IsContested));
    }
}
