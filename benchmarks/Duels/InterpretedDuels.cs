using System.Text;
using System.Text.Json;

namespace PlanDsl.Benchmarks;

/// <summary>The same shapes as plan files that are interpreted, against the plans that are compiled. Their steps wait for those before them, and call the
/// same body, but are given nothing of what those returned: what that costs is measured with the options.</summary>
internal static class InterpretedDuels
{
    private static readonly JsonElement Returned = JsonSerializer.SerializeToElement(Caller.Value);

    public static IEnumerable<Duel> All { get; } =
    [
        Of("chain 1,000, sync", Graphs.Chain, yields: false),
        Of("chain 1,000, each step yields", Graphs.Chain, yields: true),
        Of("32×32 wavefront, sync", Graphs.Wavefront, yields: false),
        Of("32×32 wavefront, each step yields", Graphs.Wavefront, yields: true),
    ];

    private static Duel Of(string workload, Graph graph, bool yields)
    {
        var options = new InterpretedPlanOptions();

        // The same body; what it returns is no value of a file, since how handlers make JSON of their values is theirs to say.
        if (yields)
            options.Handlers.Add("step", YieldAsync);
        else
        {
            options.Handlers.Add("step", static _ =>
            {
                Step.NoOp(Caller.Value);
                return Returned;
            });
        }

        var plan = InterpretedPlan.Parse(TextOf(graph), graph.Name + ".plan.json", options);
        return new($"{workload}, interpreted", "the same plan compiled", () => plan.RunAsync(cancellationToken: Caller.Token), PlanOf.Running(graph, yields)) { MostTime = 3 };
    }

    private static async ValueTask<JsonElement> YieldAsync(JsonElement with, CancellationToken cancellationToken)
    {
        await Step.YieldAsync(Caller.Value).ConfigureAwait(false);
        return Returned;
    }

    private static string TextOf(Graph graph)
    {
        var text = new StringBuilder("{ \"limits\": { \"max_parallel\": 100000 }, \"steps\": [");
        for (var step = 0; step < graph.Length; step++)
            text.Append(FormattableString.Invariant($"{(step == 0 ? "" : ",")}{{\"id\":\"s{step}\",\"call\":\"step\",\"depends_on\":[{string.Join(',', graph.WaitsFor(step).Select(static before => $"\"s{before}\""))}]}}"));
        return text.Append("] }").ToString();
    }
}
