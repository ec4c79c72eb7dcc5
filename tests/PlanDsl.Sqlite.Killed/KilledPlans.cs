using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>The plans whose runs are killed, by their names.</summary>
/// <param name="bodies">What their steps do.</param>
/// <param name="files">Where what commands print is kept.</param>
/// <param name="effects">The file of what a run does, for commands, which write it themselves.</param>
internal sealed class KilledPlans(KilledBodies bodies, RunFiles files, Func<string, string> effects)
{
    private const string Order = "order";
    private const string Booking = "booking";
    private const string Voyage = "voyage";

    // Its steps wait for hours, so that one who forgets that shows.
    private const string Delayed = "delayed";

    private static readonly DateOnly Day = new(2026, 11, 22);

    /// <summary>Those that the compiler has made.</summary>
    public static IReadOnlyList<string> Compiled { get; } = [Order, Booking, Voyage];

    /// <summary>Those that are read from files.</summary>
    public static IReadOnlyList<string> Interpreted { get; } =
        ["chain", "fan", "groups", "each", "loop", "retries", Delayed, "undone", "waits", "outer", "nested", "undone_within", "policies", "aborted", "drained", "overtaken", "commands", "lasting"];

    public static IEnumerable<string> All => Compiled.Concat(Interpreted);

    public KilledPlan Find(string name) => name switch
    {
        Order => KilledPlan.Of(options => new OrderPlan(bodies).Start("Ada", Day, Typed(options)), (runId, options) => new OrderPlan(bodies).ResumeAsync(runId, Typed(options))),
        Booking => KilledPlan.Of(options => new BookingPlan(bodies).Start("Ada", [Day, Day.AddDays(1)], Typed(options)), (runId, options) => new BookingPlan(bodies).ResumeAsync(runId, Typed(options))),
        Voyage => KilledPlan.Of(options => new VoyagePlan(bodies).Start(Day, Typed(options)), (runId, options) => new VoyagePlan(bodies).ResumeAsync(runId, Typed(options))),
        Delayed => KilledPlan.Of(options => Load(name).Start(null, Leaping(options)), (runId, options) => Load(name).ResumeAsync(runId, Leaping(options))),
        "commands" or "lasting" => KilledPlan.Of(
            options => Load(name).Start(new JsonObject { ["EFFECTS"] = effects(options.RunId!) }, options), (runId, options) => Load(name).ResumeAsync(runId, options)),
        _ => KilledPlan.Of(options => Load(name).Start(null, options), (runId, options) => Load(name).ResumeAsync(runId, options)),
    };

    private static PlanOptions Typed(PlanOptions options) => new(options) { JsonOptions = KilledJson.Default.Options };

    private static PlanOptions Leaping(PlanOptions options) => new(options) { TimeProvider = new LeapingClock() };

    private InterpretedPlan Load(string name) =>
        InterpretedPlan.Load(Path.Combine(AppContext.BaseDirectory, "Plans", $"{name}.plan.json"), new() { Handlers = new EffectHandlers(bodies).All, Files = files });
}
