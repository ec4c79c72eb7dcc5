namespace Corpus.AsyncAndSync;

[Plan(MaxParallel = 8)]
public partial class OrderReportPlan(IOrders store, IRates rates)
{
    [Step(ResultKey = "orders")]
    Task<Order[]> FetchOrders([Input] DateOnly day, CancellationToken ct) => store.OrdersOfAsync(day, ct);

    [Step]
    ValueTask<RateTable> FetchRatesAsync(CancellationToken ct) => rates.TodayAsync(ct);

    [Step(OnFailure = FailurePolicy.Continue)]
    async Task<Forecast> Predict(Order[] orders, CancellationToken ct)
    {
        await Task.Delay(orders.Length, ct);
        return new Forecast();
    }

    [Step]
    Report Build(IReadOnlyList<Order> orders, RateTable fetchRates, Forecast? predict) => new(orders.Count, fetchRates, predict);

    [Step]
    static void Print(Report build) => Console.WriteLine(build);
}

public interface IOrders
{
    Task<Order[]> OrdersOfAsync(DateOnly day, CancellationToken cancellationToken);
}

public interface IRates
{
    ValueTask<RateTable> TodayAsync(CancellationToken cancellationToken);
}

public sealed record Order(int Number);

public sealed class RateTable;

public sealed class Forecast;

public sealed record Report(int Orders, RateTable Rates, Forecast? Forecast);
