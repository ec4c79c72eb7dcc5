using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What interpreted plans call: their steps say by <c>value</c> what a body returns, and by <c>as</c> that it stands in for a step or
/// undoes it.</summary>
internal sealed class EffectHandlers(KilledBodies bodies)
{
    public StepHandlers All => new StepHandlers()
        .AddWithContext("work", (with, context) => new(bodies.WorkAsync(context, ValueOf(with), RoleOf(with))))
        .AddWithContext("flaky", (with, context) => new(bodies.FlakyAsync(context, with.TryGetProperty("fails", out var fails) ? fails.GetInt32() : 1, ValueOf(with))))
        .AddWithContext("fail", (with, context) => new(bodies.FailAsync<JsonElement>(context, RoleOf(with))))
        .AddWithContext("hang", (with, context) => new(bodies.HangAsync<JsonElement>(context, with.TryGetProperty("signal", out _) ? RequestOf(with) : null)))
        .AddWithContext("ask", (with, context) => new(bodies.AskAsync(context, RequestOf(with), ValueOf(with))));

    private static JsonElement ValueOf(JsonElement with) => with.TryGetProperty("value", out var value) ? value : with;

    private static string RoleOf(JsonElement with) => with.TryGetProperty("as", out var role) ? role.GetString()! : "";

    private static RunSignalRequest RequestOf(JsonElement with) =>
        new(with.GetProperty("signal").GetString()!, with.GetProperty("value")) { Id = with.GetProperty("id").GetString()! };
}
