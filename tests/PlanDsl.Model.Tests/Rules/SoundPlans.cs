namespace PlanDsl.Model.Tests;

/// <summary>Plans with nothing wrong with them, of every shape: the corpus that no rule may strike.</summary>
internal static class SoundPlans
{
    public static IEnumerable<(string Name, PlanModel Plan)> All =>
    [
        ("one step", A.Plan(A.Step("only"))),
        ("one step that returns nothing", A.Plan(A.Step("only").Silent())),
        ("steps that know nothing of each other", A.Plan(A.Step("a"), A.Step("b"), A.Step("c").Silent())),
        ("a chain, declared backwards", A.Plan(A.Step("c", A.Result("b")), A.Step("b", A.Result("a")), A.Step("a"))),
        ("a diamond", A.Plan(A.Step("a"), A.Step("b", A.Result("a")), A.Step("c", A.Result("a")), A.Step("d", A.Result("b"), A.Result("c")))),
        ("bindings that skip a level", A.Plan(A.Step("a"), A.Step("b", A.Result("a")), A.Step("c", A.Result("a"), A.Result("b")))),
        ("two parameters of one result", A.Plan(A.Step("a"), A.Step("b", A.Result("a"), A.Result("a") with { Name = "again", IsExplicit = true }))),
        ("an edge by a binding and by a dependency", A.Plan(A.Step("a"), A.Step("b", A.Result("a")).After("a"))),
        ("pure ordering", A.Plan(A.Step("a").Silent(), A.Step("b").Silent().After("a"), A.Step("c").Silent().After("b"))),
        ("inputs shared by several steps", A.Plan(A.Step("a", A.Input("day"), A.Token), A.Step("b", A.Input("day"), A.Input("region"), A.Result("a")))),
        ("an input named like a step without a result", A.Plan(A.Step("day", A.Input("day")).Silent())),
        ("asynchronous steps", A.Plan(A.Step("a", A.Token) with { IsAsync = true }, A.Step("b", A.Result("a"), A.Token) with { IsAsync = true })),
        ("optional results", A.Plan(
            A.Step("a") with { OnFailure = FailurePolicy.Continue },
            A.Step("b") with { Critical = false },
            A.Step("c", A.Result("a").Of(A.MaybeNumber), A.Result("b").Of(A.MaybeNumber)))),
        ("skipped dependents", A.Plan(A.Step("a") with { OnFailure = FailurePolicy.SkipDependents }, A.Step("b", A.Result("a")))),
        ("nullable results", A.Plan(A.Step("a").Returning(A.MaybeText), A.Step("b", A.Result("a").Of(A.MaybeText)))),
        ("code without annotations", A.Plan(A.Step("a").Returning(A.ObliviousText), A.Step("b", A.Result("a").Of(A.ObliviousText)))),
        ("keys that differ from ids", A.Plan(A.Step("fetch").As("orders"), A.Step("orders").As("fetch"), A.Step("b", A.Result("orders"), A.Result("fetch")))),
        ("a key named like a step without a result", A.Plan(A.Step("orders").Silent(), A.Step("fetch").As("orders").After("orders"))),
        ("ids of other alphabets", A.Plan(A.Step("größe"), A.Step("日付", A.Result("größe")), A.Step("été", A.Result("日付")))),
        ("names close to the reserved ones", A.Plan(A.Step("result"), A.Step("string"), A.Step("run"), A.Step("start"), A.Step("definition"))),
        ("a bound", A.Plan(A.Step("a")) with { MaxParallel = 1 }),
        ("bounds on time", A.Plan(
            A.Step("a", A.Token) with { IsAsync = true, Timeout = new("10s"), TotalTimeout = new("00:01:00") },
            A.Step("b", A.Result("a"), A.Context) with { IsAsync = true }) with { Timeout = new("5m"), DefaultTimeout = new("1.5s") }),
        ("retries", A.Plan(
            A.Step("a") with { Retry = new() { Retries = 3 } },
            A.Step("b") with { Retry = new() { Retries = 0, Delay = new("0s") } },
            A.Step("c") with { Retry = new() { Retries = 5, Delay = new("500ms"), MaxDelay = new("30s"), Backoff = RetryBackoff.Exponential }, Pipeline = "orders" })),
        ("a group with a result", A.Plan(
            A.Step("a"),
            A.Step("near", A.Result("a")).In("mirrors"),
            A.Step("far").In("mirrors").After("a"),
            A.Step("b", A.Result("mirrors").Of(A.Numbers)),
            A.Group("mirrors").Returning(A.Numbers))),
        ("a group whose members are bound one by one", A.Plan(
            A.Step("left").In("both"), A.Step("right").Returning(A.Text).In("both"), A.Step("b", A.Result("left"), A.Result("right").Of(A.Text)), A.Group("both"))),
        ("groups of every strategy", A.Plan(
            A.Step("a").In("g").Silent(), A.Step("b").In("h").Silent(), A.Step("c").In("i").Silent(), A.Step("d").In("j").Silent(), A.Step("e").In("k").Silent(),
            A.Group("g", ParallelStrategy.All), A.Group("h", ParallelStrategy.FailFast), A.Group("i", ParallelStrategy.Any),
            A.Group("j", ParallelStrategy.Threshold, 1), A.Group("k", ParallelStrategy.BestEffort) with { MaxParallel = 1, OnFailure = FailurePolicy.Continue })),
        ("groups one after the other", A.Plan(
            A.Step("a").In("first").Silent(), A.Step("b").In("first").Silent(), A.Step("c").In("second").Silent().After("first"),
            A.Group("first"), A.Group("second").After("a"))),
        ("conditions", A.Plan(
            A.Step("a"),
            A.Step("b") with { When = A.Method("is_due", A.Result("a"), A.Input("day")) },
            A.Step("c", A.Result("b").Of(A.MaybeNumber)) with { When = A.Method("is_due", A.Result("a"), A.Input("day")) })),
        ("fallbacks and compensations", A.Plan(
            A.Step("a"),
            A.Step("b") with { Fallback = A.Method("cached", A.Result("a"), A.Token), Compensate = A.Method("undo", A.Result("b"), A.Context) },
            A.Step("c", A.Result("b")))),
        ("steps that run after failures", A.Plan(
            A.Step("a"),
            A.Step("b", A.Result("a")).Silent(),
            A.Step("c", A.Outcome("a"), A.OutcomeOfNothing("b"), A.Result("a").Of(A.MaybeNumber)) with { RunWhen = RunWhen.Always },
            A.Step("d", A.OutcomeOfNothing("b")).Silent() with { RunWhen = RunWhen.Failure })),
        ("a nested, generic plan class", A.Plan(A.Step("a")) with { Id = "Shop.Outer`1+Plan`2" }),
        ("a plan as JSON names it", A.Plan(A.Step("01-extract"), A.Step("mirrors[0]"), A.Step("eu.west")) with { Id = "PLAN-NIGHTLY-007" }),
    ];
}
