namespace PlanDsl.Benchmarks;

/// <summary>A state machine: the generated table against a switch that one writes by hand.</summary>
internal static class LifecycleDuel
{
    private const int Fires = 10_000;

    // The same for both, and not to be foretold: most of them fire.
    private static readonly PlanTrigger[] Triggers = TriggersOf(new(7));

    public static IEnumerable<Duel> All { get; } =
    [
        new("state machine, 10,000 × TryFire", "switch", FireTable, FireSwitch) { MostTime = 1, AllocatesNothing = true },
    ];

    private static Task FireTable()
    {
        var state = PlanState.Pending;
        foreach (var trigger in Triggers)
        {
            PlanLifecycle.TryFire(state, trigger, out state);
            if (PlanLifecycle.IsTerminal(state))
                state = PlanState.Pending;
        }

        return Task.CompletedTask;
    }

    private static Task FireSwitch()
    {
        var state = PlanState.Pending;
        foreach (var trigger in Triggers)
        {
            TryFire(state, trigger, out state);
            if (state is PlanState.Completed or PlanState.Failed)
                state = PlanState.Pending;
        }

        return Task.CompletedTask;
    }

    // No state leads to itself.
    private static bool TryFire(PlanState from, PlanTrigger trigger, out PlanState to)
    {
        to = (from, trigger) switch
        {
            (PlanState.Pending, PlanTrigger.StartPlan) => PlanState.Planning,
            (PlanState.Planning, PlanTrigger.PlannerFinished) => PlanState.Dispatching,
            (PlanState.Planning, PlanTrigger.ValidationFailed) => PlanState.Failed,
            (PlanState.Dispatching, PlanTrigger.DispatchStep) => PlanState.AwaitingResults,
            (PlanState.Dispatching, PlanTrigger.ParallelComplete) => PlanState.Completed,
            (PlanState.Dispatching, PlanTrigger.StepFailed or PlanTrigger.Timeout or PlanTrigger.Panic) => PlanState.Failed,
            (PlanState.AwaitingResults, PlanTrigger.StepSucceeded or PlanTrigger.ParallelComplete) => PlanState.Merging,
            (PlanState.AwaitingResults, PlanTrigger.StepFailed or PlanTrigger.Timeout or PlanTrigger.Panic) => PlanState.Failed,
            (PlanState.Merging, PlanTrigger.PlannerFinished) => PlanState.Dispatching,
            (PlanState.Merging, PlanTrigger.ParallelComplete) => PlanState.Completed,
            _ => from,
        };
        return to != from;
    }

    private static PlanTrigger[] TriggersOf(Random random)
    {
        var triggers = Enum.GetValues<PlanTrigger>();
        var state = PlanState.Pending;
        var chosen = new PlanTrigger[Fires];
        for (var i = 0; i < Fires; i++)
        {
            PlanTrigger[] permitted = [.. PlanLifecycle.Permitted(state)];
            chosen[i] = random.Next(8) == 0 ? triggers[random.Next(triggers.Length)] : permitted[random.Next(permitted.Length)];
            PlanLifecycle.TryFire(state, chosen[i], out state);
            if (PlanLifecycle.IsTerminal(state))
                state = PlanState.Pending;
        }

        return chosen;
    }
}
