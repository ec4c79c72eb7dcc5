using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What interpreted plans call: their steps say by <c>value</c> what a body returns, and by <c>as</c> that it stands in for a step,
/// undoes it, or is one of several under the same path.</summary>
internal sealed class EffectHandlers(KilledBodies bodies)
{
    public StepHandlers All => new StepHandlers()
        .AddWithContext("work", (with, context) => new(bodies.WorkAsync(context, ValueOf(with), RoleOf(with))))
        .AddWithContext("flaky", (with, context) => new(bodies.FlakyAsync(context, with.TryGetProperty("fails", out var fails) ? fails.GetInt32() : 1, ValueOf(with))))
        .AddWithContext("fail", (with, context) => new(bodies.FailAsync<JsonElement>(context, RoleOf(with), with.TryGetProperty("say", out var words) ? words.GetString()! : "broken")))
        .AddWithContext("hang", (with, context) => new(bodies.HangAsync<JsonElement>(context, with.TryGetProperty("signal", out _) ? RequestOf(with) : null)))
        .AddWithContext("outlast", (_, context) => new(bodies.OutlastAsync<JsonElement>(context)))
        .AddWithContext("ask", (with, context) => new(bodies.AskAsync(context, RequestOf(with), ValueOf(with))))
        .AddWithContext("enter", async (_, context) => JsonElement.Parse($"{await bodies.EnterAsync(context).ConfigureAwait(false)}"))
        .AddWithContext("round", (with, context) => new(InRoundAsync(with, context)))
        .AddWithContext("turn", (with, context) => new(TurnAsync(with, context)))
        .AddWithContext("slowly", (with, context) => new(bodies.TakeTimeAsync(context, ValueOf(with), RoleOf(with))))
        .AddWithContext("until", (with, context) => new(UntilAsync(with, context)))
        .AddWithContext("same", (with, context) => new(SameAsync(with, context)));

    public static JsonElement ValueOf(JsonElement with) => with.TryGetProperty("value", out var value) ? value : with;

    public static string RoleOf(JsonElement with) => with.TryGetProperty("as", out var role) ? role.GetString()! : "";

    // Its values are for one round after the other, the last for all that follow.
    private Task<JsonElement> InRoundAsync(JsonElement with, StepContext context)
    {
        var rounds = bodies.RoundsOf(context);
        if (with.TryGetProperty("passes_sec", out var seconds))
            rounds.Pass(TimeSpan.FromSeconds(seconds.GetInt32()));
        var value = InRound(with.GetProperty("values"), rounds);
        return (value.ValueKind is JsonValueKind.String ? value.GetString() : null) switch
        {
            "break" => bodies.BreakAsync<JsonElement>(context),
            "hang" => bodies.HangAsync<JsonElement>(context),
            _ => bodies.WorkAsync(context, value, RoleOf(with)),
        };
    }

    // A loop takes as many iterations as are meant for the round.
    private Task<JsonElement> TurnAsync(JsonElement with, StepContext context)
    {
        var isLast = context.Iteration >= InRound(with.GetProperty("lengths"), bodies.RoundsOf(context)).GetInt32();
        return bodies.WorkAsync(context, JsonElement.Parse(FormattableString.Invariant($$"""{ "at": {{context.Iteration}}, "done": {{(isLast ? "true" : "false")}} }""")));
    }

    private Task<JsonElement> SameAsync(JsonElement with, StepContext context) => JsonElement.DeepEquals(with.GetProperty("value"), with.GetProperty("is"))
        ? bodies.WorkAsync(context, JsonElement.Parse("true"))
        : bodies.FailAsync<JsonElement>(context, message: "not the same");

    // At its last turn it asks for what makes another win, and hangs.
    private Task<JsonElement> UntilAsync(JsonElement with, StepContext context) => with.GetProperty("turn").GetInt32() < with.GetProperty("last").GetInt32()
        ? bodies.WorkAsync(context, ValueOf(with), RoleOf(with))
        : bodies.HangAsync<JsonElement>(context, RequestOf(with));

    private static JsonElement InRound(JsonElement values, Rounds rounds) => values[Math.Min(rounds.Current, values.GetArrayLength()) - 1];

    private static RunSignalRequest RequestOf(JsonElement with) =>
        new(with.GetProperty("signal").GetString()!, with.GetProperty("value")) { Id = with.GetProperty("id").GetString()! };
}
