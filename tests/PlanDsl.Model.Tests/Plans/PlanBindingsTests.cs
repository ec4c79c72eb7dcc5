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

    [Fact]
    public void Methods_that_a_step_names_bind_as_its_body_does_and_after_it()
    {
        var plan = A.Plan(
            A.Step("a"),
            A.Step("b", A.Token, A.Result("a")) with
            {
                When = A.Method("is_due", A.Input("day"), A.Result("c")),
                Fallback = A.Method("cached"),
                Compensate = A.Method("undo", A.Result("b"), A.Result("a")),
            },
            A.Step("c"));
        var bindings = new PlanBindings(plan);
        var found = new List<(MethodRole, int, int, bool)>();
        foreach (var binding in bindings.BindingsOf(1))
            found.Add((binding.Role, binding.Index, binding.Producer, binding.IsOwnResult));

        Assert.Equal(
            [
                (MethodRole.Body, 0, -1, false),
                (MethodRole.Body, 1, 0, false),
                (MethodRole.When, 0, -1, false),
                (MethodRole.When, 1, 2, false),
                (MethodRole.Compensate, 0, 1, true),
                (MethodRole.Compensate, 1, 0, false),
            ],
            found);
        Assert.Equal([-1, 2], bindings.ProducersOf(1, MethodRole.When).ToArray());
        Assert.Empty(bindings.ProducersOf(1, MethodRole.Fallback).ToArray());
        Assert.Equal([1, 0], bindings.ProducersOf(1, MethodRole.Compensate).ToArray());
        Assert.Equal([0, 2], PlanGraph.From(plan).PredecessorsOf(1).ToArray());
    }

    [Fact]
    public void An_outcome_is_found_by_the_result_key_and_else_by_the_id()
    {
        var bindings = new PlanBindings(A.Plan(
            A.Step("fetch").As("orders"),
            A.Step("send").Silent(),
            A.Step("clean", A.Outcome("orders"), A.Outcome("fetch"), A.Outcome("send"), A.Outcome("nobody"))));

        Assert.Equal([0, 0, 1, -1], bindings.ProducersOf(2).ToArray());
    }
}
