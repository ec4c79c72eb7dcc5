using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What the steps of killed runs call. Each call leaves that it has begun, and how it has ended, under the path of its step; what
/// stands in for a step or undoes it says so by <c>as</c>.</summary>
/// <param name="journal">Takes what steps ask of their own run.</param>
/// <param name="effects">Where what is done in a run is left.</param>
internal sealed class EffectHandlers(IPlanJournal journal, Func<string, Effects> effects)
{
    public StepHandlers All => new StepHandlers()
        .AddWithContext("work", WorkAsync)
        .AddWithContext("flaky", FlakyAsync)
        .AddWithContext("fail", FailAsync)
        .AddWithContext("hang", HangAsync)
        .AddWithContext("ask", AskAsync);

    private async ValueTask<JsonElement> WorkAsync(JsonElement with, StepContext context)
    {
        var name = Begin(with, context);
        await Task.Yield();
        return End(with, context, name);
    }

    // Fails so many times, whichever process calls it: as a service does that is down for a while.
    private async ValueTask<JsonElement> FlakyAsync(JsonElement with, StepContext context)
    {
        var name = Begin(with, context);
        await Task.Yield();
        if (effects(context.RunId).CountOf($"failed {name}") >= (with.TryGetProperty("fails", out var fails) ? fails.GetInt32() : 1))
            return End(with, context, name);
        effects(context.RunId).Add($"failed {name}");
        throw new InvalidOperationException("not yet");
    }

    private async ValueTask<JsonElement> FailAsync(JsonElement with, StepContext context)
    {
        var name = Begin(with, context);
        await Task.Yield();
        effects(context.RunId).Add($"failed {name}");
        throw new InvalidOperationException("broken");
    }

    // Until it is told to stop, be it because of what it has asked for.
    private async ValueTask<JsonElement> HangAsync(JsonElement with, StepContext context)
    {
        Begin(with, context);
        if (with.TryGetProperty("signal", out _))
            await RequestAsync(with, context).ConfigureAwait(false);
        await new TaskCompletionSource().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        return default;
    }

    private async ValueTask<JsonElement> AskAsync(JsonElement with, StepContext context)
    {
        var name = Begin(with, context);
        await RequestAsync(with, context).ConfigureAwait(false);
        return End(with, context, name);
    }

    private ValueTask RequestAsync(JsonElement with, StepContext context) =>
        journal.RequestAsync(context.RunId, new RunSignalRequest(with.GetProperty("signal").GetString()!, with.GetProperty("value")) { Id = with.GetProperty("id").GetString()! });

    private string Begin(JsonElement with, StepContext context)
    {
        var name = with.TryGetProperty("as", out var role) ? context.StepPath + role.GetString() : context.StepPath;
        effects(context.RunId).Add($"began {name}");
        return name;
    }

    private JsonElement End(JsonElement with, StepContext context, string name)
    {
        effects(context.RunId).Add($"done {name}");
        return with.TryGetProperty("value", out var value) ? value : with;
    }
}
