using System.Diagnostics;

namespace PlanDsl.Tests;

/// <summary>A plan whose results are of many types. What its bodies have done stays in a file.</summary>
/// <param name="done">The file.</param>
/// <param name="dies">Whether the process dies in the step that packs.</param>
[Plan(Resumable = true)]
internal sealed partial class DeliveryPlan(string done, bool dies)
{
    private readonly Lock _gate = new();

    [Step]
    private Order[] Orders([Input] DateOnly day) => Did("orders", new Order[] { new(1, 2.50m, day), new(2, 0.10m, null) });

    [Step]
    private async Task<Price> Prices([Each("orders")] Order order)
    {
        await Task.Yield();
        return Did($"prices {order.Id}", new Price(order.Total * 2));
    }

    [Step]
    private Dictionary<string, Size> Sizes(Order[] orders) => Did("sizes", orders.ToDictionary(static order => $"{order.Id}", static order => order.Total > 1 ? Size.Large : Size.Small));

    [Step]
    private TimeSpan? Took() => Did("took", (TimeSpan?)null);

    [Step]
    private async Task<Parcel> Pack(Order[] orders, Price[] prices, Dictionary<string, Size> sizes, TimeSpan? took)
    {
        if (dies)
        {
            Process.GetCurrentProcess().Kill();
            await new TaskCompletionSource().Task.ConfigureAwait(false);
        }

        return Did("pack", new Parcel([.. orders.Select((order, number) => new Line(order, prices[number], sizes[$"{order.Id}"]))], took));
    }

    [Signal("approve"), Step(DependsOn = [nameof(Pack)])]
    private partial Task<Approval> Approve();

    [Step]
    private string Show(Parcel pack, Approval approve) => Did("show", FormattableString.Invariant(
        $"{string.Join(", ", pack.Lines.Select(static line => FormattableString.Invariant($"{line.Order.Id} {line.Order.Due:yyyyMMdd} {line.Price.Sum} {line.Size}")))} by {approve.By} on {approve.On:yyyyMMdd}"));

    private T Did<T>(string what, T result)
    {
        lock (_gate)
            File.AppendAllText(done, what + '\n');
        return result;
    }
}
