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

    /// <summary>Stands behind the path of a step of one of several plans that run under the same paths, with the name of the plan behind it.</summary>
    public const string Within = "@";

    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(20);

    public async Task<T> WorkAsync<T>(Caller caller, T value, string role = "")
    {
        Begin(caller, role);
        await Task.Yield();
        return End(caller, value, role);
    }

    // So that a process may well be killed meanwhile.
    public async Task<T> TakeTimeAsync<T>(Caller caller, T value, string role = "")
    {
        Begin(caller, role);
        await Task.Delay(Slowness).ConfigureAwait(false);
        return End(caller, value, role);
    }

    // Fails so many times, whichever process calls it: as a service does that is down for a while.
    public async Task<T> FlakyAsync<T>(Caller caller, int fails, T value)
    {
        Begin(caller);
        await Task.Yield();
        var failed = $"failed {caller.Path}";
        if (EffectsOf(caller).CountOf(failed) >= fails)
            return End(caller, value);
        EffectsOf(caller).Add(failed);
        throw new InvalidOperationException("not yet");
    }

    public async Task<T> FailAsync<T>(Caller caller, string role = "", string message = "broken")
    {
        Begin(caller, role);
        await Task.Yield();
        EffectsOf(caller).Add($"failed {caller.Path}{role}");
        throw new InvalidOperationException(message);
    }

    // Until it is told to stop, be it because of what it has asked for.
    public async Task<T> HangAsync<T>(StepContext context, RunRequest? request = null)
    {
        Begin(context);
        if (request is not null)
            await journal.RequestAsync(context.RunId, request).ConfigureAwait(false);
        return await StopAsync<T>(context).ConfigureAwait(false);
    }

    // Until its time is up, which it has pass.
    public async Task<T> OutlastAsync<T>(StepContext context)
    {
        Begin(context);
        var effects = EffectsOf(context);
        if (context.Deadline - PassingClock.NowOf(effects) is { Ticks: > 0 } left)
            effects.Pass(left + PassingClock.Margin);
        return await StopAsync<T>(context).ConfigureAwait(false);
    }

    public async Task<T> AskAsync<T>(StepContext context, RunRequest request, T value)
    {
        Begin(context);
        await journal.RequestAsync(context.RunId, request).ConfigureAwait(false);
        return End(context, value);
    }

    /// <summary>The first step of a plan that goes through rounds; which one is on.</summary>
    public async Task<int> EnterAsync(StepContext context)
    {
        Begin(context);
        await Task.Yield();
        RoundsOf(context).Enter();
        return End(context, RoundsOf(context).Current);
    }

    /// <summary>A step breaks, and its round with it.</summary>
    public async Task<T> BreakAsync<T>(StepContext context)
    {
        Begin(context);
        await Task.Yield();
        RoundsOf(context).Break();
        throw new InvalidOperationException("broken");
    }

    public Rounds RoundsOf(StepContext context) => new(EffectsOf(context), context.StepPath);

    private static async Task<T> StopAsync<T>(StepContext context) =>
        await new TaskCompletionSource<T>().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false);

    private Effects EffectsOf(Caller caller) => effects(caller.RunId);

    private void Begin(Caller caller, string role = "") => EffectsOf(caller).Begin(caller.Path + role, caller.Key);

    private T End<T>(Caller caller, T value, string role = "")
    {
        EffectsOf(caller).Add($"done {caller.Path}{role}");
        return value;
    }
}
