namespace PlanDsl.Benchmarks;

/// <summary>A plan of few steps, of which what a run costs whatever its length is the larger part. Nothing is asked of it; it is told, since large graphs hide it.</summary>
/// <param name="workload">What is done.</param>
/// <param name="plan">A run of the plan.</param>
/// <param name="byHand">The same by hand.</param>
internal sealed class SmallRow(string workload, Func<Task> plan, Func<Task> byHand) : IRow
{
    private static readonly OneCallPlan One = new();
    private static readonly TenCallsPlan Ten = new();
    private static readonly DiamondPlan Diamond = new();

    public static IEnumerable<SmallRow> All { get; } =
    [
        new("a run of one step, sync", static () => One.RunAsync(Caller.Value, Caller.Token), static () => SmallByHand.OneAsync(Caller.Value, Caller.Token)),
        new("a run of ten steps, sync", static () => Ten.RunAsync(Caller.Value, Caller.Token), static () => SmallByHand.TenAsync(Caller.Value, Caller.Token)),
        new("a run of four steps, two of which yield at once", static () => Diamond.RunAsync(Caller.Value, Caller.Token), static () => SmallByHand.DiamondAsync(Caller.Value, Caller.Token)),
    ];

    public string Name => workload;

    public Sides Sides => new(() => plan, () => byHand);

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var costs = await Meter.TimeAsync(plan, byHand);
        var (ofPlan, other) = (costs[0], costs[1]);
        var (bytes, otherBytes) = (await Meter.BytesAsync(plan), await Meter.BytesAsync(byHand));
        return
        [
            new(workload, "by hand", Figures.Ratio(ofPlan.Time / other.Time), "—", IsMet: null, $"{Figures.Time(ofPlan)} : {Figures.Time(other)}; processor {Figures.Ratio(ofPlan.Processor / other.Processor)}; {Figures.Rounds(ofPlan.Rounds)}"),
            new(workload, "by hand", $"{Figures.Bytes(bytes)} : {Figures.Bytes(otherBytes)}", "—", IsMet: null),
        ];
    }
}
