using System.Globalization;
using System.Text;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Plans that several tests use.</summary>
internal static class PlanSources
{
    /// <summary>The plan of the guide: an input, three producers, one of them tolerated, and a join.</summary>
    public const string OrderReport = """
        namespace Shop;

        public sealed record Order(string Id, decimal Total);
        public sealed record RateTable(decimal Euro);
        public sealed record Forecast(decimal Total);
        public sealed record Report(DateOnly Day, int Orders, decimal Total, decimal? Forecast);

        public interface IOrderStore { Task<Order[]> OrdersOfAsync(DateOnly day, CancellationToken cancellationToken); }

        [Plan(MaxParallel = 8)]
        public partial class OrderReportPlan(IOrderStore store)
        {
            [Step(ResultKey = "orders")]
            private Task<Order[]> FetchOrders([Input] DateOnly day, CancellationToken ct) => store.OrdersOfAsync(day, ct);

            [Step]
            private static ValueTask<RateTable> FetchRatesAsync(CancellationToken ct) => new(new RateTable(2m));

            [Step(OnFailure = FailurePolicy.Continue)]
            private Forecast Predict(Order[] orders) => orders.Length > 1 ? new(orders[0].Total) : throw new InvalidOperationException("too few");

            [Step]
            private Report Build([Input] DateOnly day, Order[] orders, RateTable fetchRates, Forecast? predict) =>
                new(day, orders.Length, orders.Sum(order => order.Total) * fetchRates.Euro, predict?.Total);

            [Step(DependsOn = [nameof(Build)])]
            private Task Publish(CancellationToken ct) => Task.CompletedTask;
        }
        """;

    /// <summary>A plan whose steps have timeouts, retries and contexts.</summary>
    public const string Governed = """
        [Plan(Timeout = "5m", DefaultTimeout = "10s")]
        public partial class P
        {
            [Step(Timeout = "1s", Retries = 3, RetryDelay = "500ms", RetryOn = [typeof(TimeoutException)], NoRetryOn = [typeof(ArgumentException)], Pipeline = "p")]
            private static int A(StepContext context) => context.Attempt;

            [Step(TotalTimeout = "1m")] private static int B(int a, CancellationToken ct) => a;
        }
        """;

    /// <summary>A plan whose options name methods.</summary>
    public const string Flow = """
        [Plan]
        public partial class P
        {
            [Step] private static int A() => 1;
            [Step(When = nameof(IsDue), Fallback = nameof(Cached), Compensate = nameof(Undo))] private static string B() => "";
            [Step(RunWhen = RunWhen.Failure)] private static void C(StepOutcome<string> b) { }

            private static bool IsDue(int a) => a > 1;
            private Task<string> Cached() => Task.FromResult("");
            private void Undo() { }
            private void Redo() { }
        }
        """;

    /// <summary>A plan of <paramref name="count"/> steps; each adds one to the result of the step before.</summary>
    public static string Chain(int count)
    {
        var source = new StringBuilder("[Plan] public partial class ChainPlan\n{\n    [Step] private static int S0([Input] int start) => start;\n");
        for (var step = 1; step < count; step++)
            source.Append(CultureInfo.InvariantCulture, $"    [Step] private int S{step}(int s{step - 1}) => s{step - 1} + 1;\n");
        return source.Append("}\n").ToString();
    }

    /// <summary>The generator's run over these sources.</summary>
    public static GeneratorRun Generate(params ReadOnlySpan<string> sources) =>
        GeneratorRun.Of(TestCompilation.Create(sources), new PlanGenerator());
}
