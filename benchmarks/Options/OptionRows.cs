using System.Diagnostics;
using System.Text.Json;
using Polly.Registry;

namespace PlanDsl.Benchmarks;

/// <summary>What may be asked for.</summary>
internal static class OptionRows
{
    private static readonly BareChainPlan Bare = new();
    private static readonly WidePlan Wide = new();
    private static readonly Func<Task> RunBare = static () => Bare.RunAsync(Caller.Value, Caller.Token);
    private static readonly Func<Task> RunWide = static () => Wide.RunAsync(Caller.Value, Caller.Token);
    private static readonly PlanOptions Pipelines = new() { Pipelines = PipelinesOf() };
    private static readonly PlanOptions Hooks = new() { OnStepTransition = static _ => { } };
    private static readonly int[] Values = new int[Size.OptionChain];
    private static readonly string[] SignalNames = [.. Enumerable.Range(0, Size.OptionChain).Select(static step => FormattableString.Invariant($"s{step}"))];

    public static IEnumerable<IRow> All { get; } =
    [
        .. OfSteps,
        .. OfRuns,
        OfWide("a group of all", new GroupPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        OfWide("one fan-out instead", new EachPlan(), static plan => plan.RunAsync(Values, Caller.Token)),
        new OptionRow("Start, of the realistic plan", steps: 12, QuoteDuel.StartAsync, "the same by RunAsync", QuoteDuel.Run),
        FileOption.Row,
    ];

    // Asked for by each step of a chain.
    private static IEnumerable<OptionRow> OfSteps =>
    [
        Of("a timeout", new TimeoutChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("retries", new RetriesChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a total timeout", new TotalTimeoutChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a named pipeline that does nothing", new PipelineChainPlan(), static plan => plan.Start(Caller.Value, Pipelines, Caller.Token).Completion),
        Of("a fallback", new FallbackChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a compensation", new CompensationChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a condition", new ConditionChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a loop of one iteration", new LoopChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a context", new ContextChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a plan of one step to run", new SubPlanChainPlan(), static plan => plan.RunAsync(Caller.Value, Caller.Token)),
        Of("a signal that has been sent", new SignalChainPlan(), SignalAsync),
    ];

    // Asked for once, of the run.
    private static IEnumerable<OptionRow> OfRuns =>
    [
        Of("Start", Bare, static plan => plan.Start(Caller.Value, null, Caller.Token).Completion),
        Of("a hook", Bare, static plan => plan.Start(Caller.Value, Hooks, Caller.Token).Completion),
        Of("a listener for spans", Bare, ListenAsync),
        Of("an observer", Bare, static plan => Observation.OfAsync(options => plan.Start(Caller.Value, options, Caller.Token))),
        Of("a journal in memory", Bare, static plan => plan.Start(Caller.Value, new() { Journal = new MemoryJournal(), JsonOptions = JsonSerializerOptions.Default }, Caller.Token).Completion),
    ];

    private static OptionRow Of<TPlan>(string option, TPlan plan, Func<TPlan, Task> run) => new(option, Size.OptionChain, () => run(plan), "a chain of steps that yield", RunBare);

    private static OptionRow OfWide<TPlan>(string option, TPlan plan, Func<TPlan, Task> run) => new(option, Size.OptionChain, () => run(plan), "as many steps side by side that yield", RunWide);

    private static Task SignalAsync(SignalChainPlan plan)
    {
        var run = plan.Start(null, Caller.Token);
        foreach (var name in SignalNames)
            run.Signal(name, Caller.Value);
        return run.Completion;
    }

    // It listens for no longer than the run takes, since the other side is to run without.
    private static async Task ListenAsync(BareChainPlan plan)
    {
        using var listener = new ActivityListener { ShouldListenTo = static source => source.Name == PlanTelemetry.ActivitySourceName, Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        await plan.RunAsync(Caller.Value, Caller.Token).ConfigureAwait(false);
    }

    private static ResiliencePipelineRegistry<string> PipelinesOf()
    {
        var pipelines = new ResiliencePipelineRegistry<string>();
        pipelines.TryAddBuilder("none", static (_, _) => { });
        return pipelines;
    }
}
