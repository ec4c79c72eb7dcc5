using System.Text.Json;

namespace PlanDsl.Benchmarks;

/// <summary>Steps of interpreted plans that return at once: delegates in an array, which are called one after the other, with a look at the token
/// before each, and whose JSON values are kept.</summary>
internal static class InterpretedFloors
{
    private static readonly JsonElement Given = JsonElement.Parse("{}"u8);
    private static readonly JsonElement Returned = JsonSerializer.SerializeToElement(Caller.Value);

    private static JsonElement[]? s_kept;

    public static IEnumerable<Floor> All { get; } =
    [
        Of(InterpretedDuels.All.Single(static duel => duel.Workload.StartsWith("chain 1,000, sync", StringComparison.Ordinal)), Graphs.Chain.Length),
        Of(InterpretedDuels.All.Single(static duel => duel.Workload.StartsWith("32×32 wavefront, sync", StringComparison.Ordinal)), Graphs.Wavefront.Length),
    ];

    private static Floor Of(Duel duel, int steps)
    {
        var functions = new Func<JsonElement, JsonElement>[steps];
        Array.Fill(functions, static _ =>
        {
            Step.NoOp(Caller.Value);
            return Returned;
        });
        return new(duel, "delegates that return JSON values", () =>
        {
            var token = Caller.Token;
            var results = new JsonElement[functions.Length];
            for (var step = 0; step < functions.Length; step++)
            {
                token.ThrowIfCancellationRequested();
                results[step] = functions[step](Given);
            }

            s_kept = results;
            return Task.CompletedTask;
        });
    }
}
