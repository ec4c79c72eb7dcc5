using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>What it costs a chain of steps that yield when each of them asks for something, or somebody asks for it of the run.</summary>
internal sealed class OptionRow(string option, Func<Task> run) : IRow
{
    private static readonly BareChainPlan Bare = new();
    private static readonly Func<Task> RunBare = static () => Bare.RunAsync(Caller.Value, Caller.Token);

    public static IEnumerable<OptionRow> All { get; } =
    [
        Of("a timeout", new TimeoutChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("retries", new RetriesChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a total timeout", new TotalTimeoutChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a fallback", new FallbackChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a condition", new ConditionChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a context", new ContextChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("Start", Bare, static plan => plan.Start(Caller.Value, null, Caller.Token).Completion),
        Of("an observer", Bare, static plan => Observation.OfAsync(options => plan.Start(Caller.Value, options, Caller.Token))),
    ];

    public string Name => option;

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var (with, bare) = await Meter.TimeAsync(run, RunBare);
        var (bytes, bareBytes) = (await Meter.BytesAsync(run), await Meter.BytesAsync(RunBare));
        var figures = string.Create(CultureInfo.InvariantCulture, $"+{(with.Time - bare.Time) / Size.OptionChain:0} ns, +{(bytes - bareBytes) / Size.OptionChain:0} B per step");
        return [new(Name, "a chain of steps that yield", figures, "—", IsMet: null, $"{Figures.Time(with.Time)} : {Figures.Time(bare.Time)}; {Figures.Bytes(bytes)} : {Figures.Bytes(bareBytes)}; {Figures.Rounds(with.Rounds)}")];
    }

    private static OptionRow Of<TPlan>(string option, TPlan plan, Func<TPlan, Task> run) => new(option, () => run(plan));
}
