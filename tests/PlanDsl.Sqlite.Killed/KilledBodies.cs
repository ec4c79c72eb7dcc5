namespace PlanDsl.Tests;

/// <summary>What the steps of killed runs do. Each body leaves that it has begun, and how it has ended, under the path of its step; what stands
/// in for a step or undoes it has a mark behind that.</summary>
/// <param name="journal">Takes what steps ask of their own run.</param>
/// <param name="effects">Where what is done in a run is left.</param>
internal sealed class KilledBodies(IPlanJournal journal, Func<string, Effects> effects)
{
    /// <summary>Stands behind the path of a step that is undone.</summary>
    public const string Undoing = "~";

    /// <summary>Stands behind the path of a step for which something else stands in.</summary>
    public const string StandingIn = "!";

    public async Task<T> WorkAsync<T>(StepContext context, T value, string role = "")
    {
        Begin(context, role);
        await Task.Yield();
        return End(context, value, role);
    }

    // Fails so many times, whichever process calls it: as a service does that is down for a while.
    public async Task<T> FlakyAsync<T>(StepContext context, int fails, T value)
    {
        Begin(context);
        await Task.Yield();
        var failed = $"failed {context.StepPath}";
        if (EffectsOf(context).CountOf(failed) >= fails)
            return End(context, value);
        EffectsOf(context).Add(failed);
        throw new InvalidOperationException("not yet");
    }

    public async Task<T> FailAsync<T>(StepContext context, string role = "")
    {
        Begin(context, role);
        await Task.Yield();
        EffectsOf(context).Add($"failed {context.StepPath}{role}");
        throw new InvalidOperationException("broken");
    }

    // Until it is told to stop, be it because of what it has asked for.
    public async Task<T> HangAsync<T>(StepContext context, RunRequest? request = null)
    {
        Begin(context);
        if (request is not null)
            await journal.RequestAsync(context.RunId, request).ConfigureAwait(false);
        return await new TaskCompletionSource<T>().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false);
    }

    public async Task<T> AskAsync<T>(StepContext context, RunRequest request, T value)
    {
        Begin(context);
        await journal.RequestAsync(context.RunId, request).ConfigureAwait(false);
        return End(context, value);
    }

    private Effects EffectsOf(StepContext context) => effects(context.RunId);

    private void Begin(StepContext context, string role = "") => EffectsOf(context).Begin(context.StepPath + role, context.IdempotencyKey);

    private T End<T>(StepContext context, T value, string role = "")
    {
        EffectsOf(context).Add($"done {context.StepPath}{role}");
        return value;
    }
}
