using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads what was generated and runs it.</summary>
public class PlanRunTests
{
    private const string Store = """
        namespace Shop;
        internal sealed class Store(int count) : IOrderStore
        {
            public async Task<Order[]> OrdersOfAsync(DateOnly day, CancellationToken cancellationToken)
            {
                await Task.Yield();
                return [.. Enumerable.Range(1, count).Select(index => new Order($"{day:O}-{index}", index * 10m))];
            }
        }
        """;

    [Fact]
    public async Task Results_travel_from_step_to_step_and_out()
    {
        Assert.Equal("3 2 Forecast { Total = 10 } Report { Day = 01/02/2026, Orders = 3, Total = 120, Forecast = 10 }", await RunAsync(PlanSources.OrderReport, Store, """
            namespace Shop;
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var results = await new OrderReportPlan(new Store(3)).RunAsync(new DateOnly(2026, 1, 2));
                    return $"{results.Orders.Length} {results.FetchRates.Euro} {results.Predict} {results.Build}";
                }
            }
            """));
    }

    [Fact]
    public async Task A_tolerated_failure_leaves_its_result_absent()
    {
        Assert.Equal("True True Succeeded Failed", await RunAsync(PlanSources.OrderReport, Store, """
            namespace Shop;
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var run = new OrderReportPlan(new Store(1)).Start(day: default);
                    var outcome = await run.Completion;
                    return $"{outcome.Results!.Predict is null} {outcome.Results.Build.Forecast is null} {outcome.Status} {outcome.Steps[2].Status}";
                }
            }
            """));
    }

    [Fact]
    public async Task Inputs_have_their_defaults_and_names_that_clash_with_nothing()
    {
        Assert.Equal("1 x 2 c Friday|1 x 2 d Monday", await RunAsync("""
            [Plan]
            public partial struct P
            {
                [Step] string A([Input] int options, [Input] string? cancellationToken, [Input] int plan, [Input] string @class = "c", [Input] DayOfWeek state = DayOfWeek.Friday) =>
                    $"{options} {cancellationToken} {plan} {@class} {state}";
                [Step(ResultKey = "self")] static string Owner(string a) => a;
                [Step] static string step(string self) => self;
            }
            """, """
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var one = await new P().RunAsync(1, "x", 2);
                    var two = await new P().Start(1, "x", 2, "d", DayOfWeek.Monday).GetResultsAsync();
                    return one.Step + "|" + two.A;
                }
            }
            """));
    }

    [Fact]
    public async Task Optional_values_are_absent_or_there()
    {
        const string Plan = """
            [Plan]
            public partial class P(bool fail)
            {
                [Step(OnFailure = FailurePolicy.Continue)] int Number() => fail ? throw new FormatException() : 1;
                [Step(OnFailure = FailurePolicy.SkipDependents, Critical = false)] long Big() => fail ? throw new FormatException() : 2;
                [Step] long Double(long big) => 2 * big;
                [Step] string Join(int? number, [From("number")] object? boxed, [From("number")] long? wide) => $"{number}{boxed}{wide}.";
            }
            """;
        Assert.Equal("111. 1 2 4|.   ", await RunAsync(Plan, """
            public static class Test
            {
                public static async Task<string> Run() => await Show(false) + "|" + await Show(true);

                private static async Task<string> Show(bool fail)
                {
                    var results = await new P(fail).RunAsync();
                    int? number = results.Number;
                    long? big = results.Big, twice = results.Double;
                    return $"{results.Join} {number} {big} {twice}";
                }
            }
            """));
    }

    [Fact]
    public async Task A_failure_carries_the_outcome_of_every_step()
    {
        Assert.Equal("P Failed: Succeeded Failed Cancelled; no", await RunAsync("""
            [Plan]
            public partial class P
            {
                [Step] static int A() => 1;
                [Step] static async Task<int> BAsync(int a) { await Task.Yield(); throw new FormatException("no"); }
                [Step] static int C(int b) => b;
            }
            """, """
            public static class Test
            {
                public static async Task<string> Run()
                {
                    try
                    {
                        return (await new P().RunAsync()).C.ToString();
                    }
                    catch (PlanFailedException failure)
                    {
                        var outcome = failure.Outcome;
                        return $"{outcome.PlanId} {outcome.Status}: {string.Join(" ", outcome.Steps.Select(step => step.Status))}; {outcome.Error!.Message}";
                    }
                }
            }
            """));
    }

    [Fact]
    public async Task Generic_nested_internal_and_twin_plans_stand_side_by_side()
    {
        Assert.Equal("x1 2 3 4 5", await RunAsync("""
            namespace N
            {
                public partial class Outer<T> where T : notnull
                {
                    [Plan] internal sealed partial class Pair<U> where U : struct
                    {
                        [Step] static string A([Input] T item, [Input] U other) => $"{item}{other}";
                    }

                    public static async Task<string> RunHidden() => (await new Hidden().RunAsync(new Secret(2))).A.ToString()!;
                    [Plan] private partial class Hidden { [Step] static Secret A([Input] Secret secret) => secret; }
                    private sealed record Secret(int Value) { public override string ToString() => $"{Value}"; }
                }

                [Plan] internal partial class Plan { [Step] static Inner A() => new(3); }
                [Plan] internal partial class PLAN { [Step] static Inner A() => new(4); }
                internal sealed record Inner(int Value);
            }

            [Plan] partial record Plan { [Step] int A() => 5; }
            """, """
            public static class Test
            {
                public static async Task<string> Run() =>
                    $"{(await new N.Outer<string>.Pair<int>().RunAsync("x", 1)).A} {await N.Outer<int>.RunHidden()} {(await new N.Plan().RunAsync()).A.Value} "
                    + $"{(await new N.PLAN().RunAsync()).A.Value} {(await new Plan().RunAsync()).A}";
            }
            """));
    }

    [Fact]
    public async Task The_results_of_one_plan_travel_through_another()
    {
        Assert.Equal("1 1", await RunAsync("""
            namespace A.B;
            [Plan] public partial class Inner { [Step] static int One() => 1; }
            [Plan] public partial class P
            {
                [Step] static Task<Inner.Results> Sub(CancellationToken ct) => new Inner().RunAsync(ct);
                [Step] static int Sum(Inner.Results sub, [From("sub")] object same) => ReferenceEquals(sub, same) ? sub.One : 0;
            }
            """, """
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var results = await new A.B.P().RunAsync();
                    return $"{results.Sub.One} {results.Sum}";
                }
            }
            """));
    }

    [Fact]
    public async Task The_definition_tells_what_the_class_declares()
    {
        Assert.Equal("Shop.OrderReportPlan 8; fetch_orders orders []; fetch_rates fetch_rates []; predict predict [fetch_orders]; build build [fetch_orders,fetch_rates,predict]; publish  [build]", await RunAsync(PlanSources.OrderReport, """
            namespace Shop;
            public static class Test
            {
                public static Task<string> Run()
                {
                    var definition = OrderReportPlan.Definition;
                    return Task.FromResult(definition.Id + " " + definition.MaxParallel + string.Concat(definition.Steps.Select(step => $"; {step.Id} {step.ResultKey} [{string.Join(",", step.DependsOn)}]")));
                }
            }
            """));
    }

    [Fact]
    public async Task Observing_starts_nothing_before_somebody_subscribes()
    {
        Assert.Equal("0 1", await RunAsync("""
            [Plan] public partial class P
            {
                public static int Runs;
                [Step] static int A([Input] int start) => Interlocked.Increment(ref Runs) + start;
            }
            """, """
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var events = new P().Observe(1);
                    var before = P.Runs;
                    var end = new TaskCompletionSource();
                    using (events.Subscribe(new Listener(end)))
                        await end.Task;
                    return $"{before} {P.Runs}";
                }

                private sealed class Listener(TaskCompletionSource end) : IObserver<PlanEvent>
                {
                    public void OnCompleted() => end.TrySetResult();
                    public void OnError(Exception error) => end.TrySetException(error);
                    public void OnNext(PlanEvent value) { }
                }
            }
            """));
    }

    [Fact]
    public async Task An_invalid_plan_throws_and_names_its_rules()
    {
        Assert.Equal("P PLAN0101 PLAN0201", await RunAsync("""
            [Plan] public partial class P { [Step] static int A(int b, int nothing) => b; [Step] static int B(int a) => a; }
            """, """
            public static class Test
            {
                public static async Task<string> Run()
                {
                    try
                    {
                        return (await new P().RunAsync()).A.ToString();
                    }
                    catch (InvalidPlanException invalid)
                    {
                        return invalid.PlanId + " " + string.Join(" ", invalid.Ids);
                    }
                }
            }
            """));
    }

    private static Task<string> RunAsync(params ReadOnlySpan<string> sources) =>
        PlanSources.Generate(sources).AssertCompiles().Load()
            .RunAsync(sources[^1].StartsWith("namespace Shop", StringComparison.Ordinal) ? "Shop.Test" : "Test", "Run");
}
