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

    private static Task<string> RunAsync(params ReadOnlySpan<string> sources) =>
        PlanSources.Generate(sources).AssertCompiles().Load().RunAsync(sources[^1].Contains("namespace Shop", StringComparison.Ordinal) ? "Shop.Test" : "Test", "Run");
}
