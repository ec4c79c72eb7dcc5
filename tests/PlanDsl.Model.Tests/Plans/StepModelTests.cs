namespace PlanDsl.Model.Tests;

public class StepModelTests
{
    [Theory]
    [InlineData(null, null, FailurePolicy.Abort, true, false)]
    [InlineData(null, true, FailurePolicy.Abort, true, false)]
    [InlineData(null, false, FailurePolicy.Continue, false, true)]
    [InlineData(FailurePolicy.Abort, false, FailurePolicy.Continue, false, true)]
    [InlineData(FailurePolicy.SkipDependents, null, FailurePolicy.SkipDependents, true, false)]
    [InlineData(FailurePolicy.SkipDependents, false, FailurePolicy.SkipDependents, false, false)]
    [InlineData(FailurePolicy.Continue, null, FailurePolicy.Continue, false, true)]
    [InlineData(FailurePolicy.Continue, true, FailurePolicy.Continue, true, true)]
    public void Policy_and_criticality_follow_from_what_is_declared(
        FailurePolicy? declared, bool? critical, FailurePolicy policy, bool isCritical, bool isOptional)
    {
        var step = A.Step("fetch") with { OnFailure = declared, Critical = critical };

        Assert.Equal(policy, step.EffectiveOnFailure);
        Assert.Equal(isCritical, step.IsCritical);
        Assert.Equal(isOptional, step.IsOptionalToConsumers);
    }

    [Fact]
    public void Traits_are_what_the_engine_has_to_know()
    {
        Assert.Equal(StepTraits.Critical, A.Step("fetch").TraitsIn(A.Plan()));
        Assert.Equal(StepTraits.Continue, (A.Step("fetch") with { Critical = false }).TraitsIn(A.Plan()));
        Assert.Equal(StepTraits.Critical | StepTraits.SkipDependents, (A.Step("fetch") with { OnFailure = FailurePolicy.SkipDependents }).TraitsIn(A.Plan()));
        Assert.Equal(
            StepTraits.Async | StepTraits.Cancellable | StepTraits.Critical | StepTraits.Continue,
            (A.Step("fetch", A.Token) with { IsAsync = true, OnFailure = FailurePolicy.Continue, Critical = true }).TraitsIn(A.Plan()));
    }

    [Fact]
    public void A_step_is_governed_by_what_it_or_its_plan_asks_for()
    {
        var plan = A.Plan();
        Assert.False((A.Step("fetch", A.Token) with { Retry = new() { Retries = 0 } }).IsGovernedIn(plan));
        Assert.False(A.Step("fetch").IsGovernedIn(plan with { Timeout = new("1m") }));
        Assert.True((A.Step("fetch") with { Timeout = new("1s") }).IsGovernedIn(plan));
        Assert.True((A.Step("fetch") with { TotalTimeout = new("1s") }).IsGovernedIn(plan));
        Assert.True((A.Step("fetch") with { Retry = new() { Retries = 1 } }).IsGovernedIn(plan));
        Assert.True((A.Step("fetch") with { Pipeline = "orders" }).IsGovernedIn(plan));
        Assert.True(A.Step("fetch").IsGovernedIn(plan with { DefaultTimeout = new("1s") }));
        Assert.True((A.Step("fetch") with { When = A.Method("is_due") }).IsGovernedIn(plan));
        Assert.True((A.Step("fetch") with { Fallback = A.Method("cached") }).IsGovernedIn(plan));
        Assert.True((A.Step("fetch") with { Compensate = A.Method("undo") }).IsGovernedIn(plan));
        Assert.True((A.Step("fetch") with { RunWhen = RunWhen.Always }).IsGovernedIn(plan));
        Assert.False((A.Step("fetch") with { RunWhen = RunWhen.Success }).IsGovernedIn(plan));
        Assert.True(A.Step("fetch", A.Outcome("other")).IsGovernedIn(plan));

        Assert.Equal(StepTraits.Critical | StepTraits.Cancellable | StepTraits.Governed, A.Step("fetch", A.Context).TraitsIn(plan));
        Assert.Equal(StepTraits.Critical | StepTraits.Governed | StepTraits.Bounded, A.Step("fetch").TraitsIn(plan with { DefaultTimeout = new("1s") }));
    }

    [Fact]
    public void A_step_is_bounded_if_a_timeout_or_retries_are_all_that_governs_it()
    {
        var plan = A.Plan();
        var bounded = A.Step("fetch") with { Timeout = new("1s"), Retry = new() { Retries = 1 } };
        Assert.True(bounded.IsBoundedIn(plan));
        Assert.False(A.Step("fetch").IsBoundedIn(plan));
        Assert.False((A.Step("fetch") with { Retry = new() { Retries = 0 } }).IsBoundedIn(plan));
        Assert.False((bounded with { TotalTimeout = new("1m") }).IsBoundedIn(plan));
        Assert.False((bounded with { Pipeline = "orders" }).IsBoundedIn(plan));
        Assert.False((bounded with { Fallback = A.Method("cached") }).IsBoundedIn(plan));
        Assert.False((A.Step("fetch", A.Context) with { Timeout = new("1s") }).IsBoundedIn(plan));
    }

    [Fact]
    public void A_step_needs_services_that_its_body_or_what_stands_in_for_it_takes()
    {
        var service = A.Input("client") with { Kind = ParameterKind.Service, Key = "" };
        Assert.False(A.Step("fetch", A.Context).NeedsServices);
        Assert.True(A.Step("fetch", service).NeedsServices);
        Assert.True((A.Step("fetch") with { Fallback = A.Method("cached", service) }).NeedsServices);
        Assert.True((A.Step("fetch") with { Compensate = A.Method("undo", service) }).NeedsServices);
    }

    [Fact]
    public void The_id_is_the_result_key_unless_one_is_declared()
    {
        Assert.Equal("fetch", A.Step("fetch").ResultKey);
        Assert.Equal("orders", A.Step("fetch").As("orders").ResultKey);
    }
}
