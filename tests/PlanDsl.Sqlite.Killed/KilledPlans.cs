using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>The plans whose runs are killed, by their names.</summary>
/// <param name="bodies">What their steps do.</param>
/// <param name="files">Where what commands print is kept.</param>
/// <param name="effects">The file of what a run does, for commands, which write it themselves.</param>
/// <param name="effectsOf">What a run does.</param>
internal sealed class KilledPlans(KilledBodies bodies, RunFiles files, Func<string, string> effects, Func<string, Effects> effectsOf)
{
    /// <summary>What nobody is to find anywhere, in whatever way the rest of the secret is spelled.</summary>
    public const string SecretPart = "Zq7w-kept-Xy3v";

    private const string Order = "order";
    private const string Booking = "booking";
    private const string Voyage = "voyage";
    private const string Freight = "freight";

    // Its steps wait for hours, so that one who forgets that shows.
    private const string Delayed = "delayed";

    // Its inputs are asked for again where a run is gone on with.
    private const string Secrets = "secrets";

    private const string Secret = $"k\"<é/ {SecretPart}\\n";

    private static readonly DateOnly Day = new(2026, 11, 22);

    // What their bodies do hangs on what the world remembers: rounds, and how late it is.
    private static readonly HashSet<string> Remembered = new(StringComparer.Ordinal)
    {
        Freight, "strategies", "timeouts", "expired", "overdue", "transitions", "again", "rounds", "undone_again", "lapses", Secrets,
    };

    /// <summary>Those that the compiler has made.</summary>
    public static IReadOnlyList<string> Compiled { get; } = [Order, Booking, Voyage, Freight];

    /// <summary>Those that are read from files.</summary>
    public static IReadOnlyList<string> Interpreted { get; } =
    [
        "chain", "fan", "groups", "strategies", "each", "loop", "retries", Delayed, "timeouts", "expired", "overdue", "undone", "waits", "transitions", "agents",
        "outer", "nested", "again", "rounds", "instead", "undone_within", "undone_again", "used_up", "policies", "aborted", "drained", "overtaken", "raced", "raced_within", "lapses", "commands", "lasting", Secrets,
    ];

    public static IEnumerable<string> All => Compiled.Concat(Interpreted);

    /// <summary>Whether a run comes to the same though what it has done is lost before it was recorded.</summary>
    /// <param name="name">The plan.</param>
    public static bool MayLose(string name) => !Remembered.Contains(name);

    public KilledPlan Find(string name) => name switch
    {
        Order => KilledPlan.Of(options => new OrderPlan(bodies).Start("Ada", Day, Typed(options)), (runId, options) => new OrderPlan(bodies).ResumeAsync(runId, Typed(options))),
        Booking => KilledPlan.Of(options => new BookingPlan(bodies).Start("Ada", [Day, Day.AddDays(1)], Typed(options)), (runId, options) => new BookingPlan(bodies).ResumeAsync(runId, Typed(options))),
        Voyage => KilledPlan.Of(options => new VoyagePlan(bodies).Start(Day, Typed(options)), (runId, options) => new VoyagePlan(bodies).ResumeAsync(runId, Typed(options))),
        Freight => KilledPlan.Of(options => new FreightPlan(bodies).Start("Hull", Typed(options)), (runId, options) => new FreightPlan(bodies).ResumeAsync(runId, Typed(options))),
        _ => KilledPlan.Of(
            options => Load(name).Start(InputsOf(name, options.RunId!), Timed(name, options)),
            (runId, options) => Load(name).ResumeAsync(runId, Timed(name, options), SecretsOf(name))),
    };

    private static PlanOptions Typed(PlanOptions options) => new(options) { JsonOptions = KilledJson.Default.Options };

    private static JsonObject? SecretsOf(string name) => name is Secrets ? new() { ["TOKEN"] = Secret } : null;

    // Only in some of them does anything last for hours.
    private PlanOptions Timed(string name, PlanOptions options) => name switch
    {
        Delayed => new(options) { TimeProvider = new LeapingClock() },
        "timeouts" or "expired" or "overdue" => new(options) { TimeProvider = new PassingClock(effectsOf(options.RunId!)) },
        _ => options,
    };

    private JsonObject? InputsOf(string name, string runId)
    {
        var inputs = SecretsOf(name);
        if (name is "commands" or "lasting" or Secrets)
            (inputs ??= new())["EFFECTS"] = effects(runId);
        return inputs;
    }

    private InterpretedPlan Load(string name) => InterpretedPlan.Load(
        Path.Combine(AppContext.BaseDirectory, "Plans", $"{name}.plan.json"), new() { Handlers = new EffectHandlers(bodies).All, Agents = new EffectAgents(bodies), Files = files });
}
