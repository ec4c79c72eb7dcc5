using System.Collections.Concurrent;

namespace PlanDsl.Tests;

/// <summary>Random plans whose runs are left after each of their events, and resumed from what was recorded by then.</summary>
public sealed class ResumeSimulationTests
{
    private const SimulatedFeatures All = SimulatedFeatures.Conditions | SimulatedFeatures.RunWhen | SimulatedFeatures.StepCancellations
        | SimulatedFeatures.Fallbacks | SimulatedFeatures.Compensations | SimulatedFeatures.Groups
        | SimulatedFeatures.FanOuts | SimulatedFeatures.Loops;

    private const int Plans = 500;

    // More of them say no more.
    private const int Told = 3;

    [Fact]
    public Task Whatever_had_happened_nothing_is_done_twice_and_the_run_ends() =>
        AgreeAsync(All, static plan => plan, static _ => "");

    [Fact]
    public Task Where_order_decides_nothing_the_run_ends_as_if_it_had_not_been_left() =>
        AgreeAsync(All & ~SimulatedFeatures.StepCancellations, Orderless, static run => Resumption.Ends(run) + Resumption.Status(run));

    [Fact]
    public Task Where_one_step_runs_at_a_time_the_run_ends_as_if_it_had_not_been_left() =>
        AgreeAsync(SimulatedFeatures.RunWhen | SimulatedFeatures.Fallbacks | SimulatedFeatures.Compensations, InOrder, static run => Resumption.Ends(run) + Resumption.Error(run));

    // What ends first, or takes how long, changes no end of a step.
    private static SimulatedPlan Orderless(SimulatedPlan plan) => plan with
    {
        Timeout = null,
        CancelAt = null,
        Steps = [.. plan.Steps.Select(static step => Timeless(step) with
        {
            Policy = step.Policy is FailurePolicy.Abort && (step.MemberOf is null || step.Elements is not null) ? FailurePolicy.SkipDependents : step.Policy,
            Group = step.Group is { Strategy: not (ParallelStrategy.All or ParallelStrategy.BestEffort) } group ? group with { Strategy = ParallelStrategy.All } : step.Group,
        })],
    };

    private static SimulatedPlan InOrder(SimulatedPlan plan) => plan with
    {
        Timeout = null,
        CancelAt = null,
        MaxParallel = 1,
        Steps = [.. plan.Steps.Select(static step => Timeless(step) with { Governed = null })],
    };

    private static SimulatedStep Timeless(SimulatedStep step) => step with
    {
        Governed = step.Governed is { } governed ? governed with { Timeout = null, TotalTimeout = null } : null,
        RunWhen = step.RunWhen,
        StopsAfter = step.StopsAfter is null ? null : TimeSpan.FromTicks(1),
        Attempts = [.. step.Attempts.Select(Short)],
        Fallback = step.Fallback is { } fallback ? Short(fallback) : null,
    };

    private static SimulatedAttempt Short(SimulatedAttempt attempt) => attempt with { Duration = new(attempt.Duration.Ticks % TimeSpan.FromMilliseconds(200).Ticks) };

    private static async Task AgreeAsync(SimulatedFeatures features, Func<SimulatedPlan, SimulatedPlan> narrow, Func<Observed, string> view)
    {
        var disagreements = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Plans), CancellationToken.None, async (seed, _) =>
        {
            var plan = new RandomPlan(seed, features).Make();
            if (disagreements.Count < Told && await DisagreementAsync(narrow(plan), view).ConfigureAwait(false) is not null)
            {
                var shrunk = await PlanShrinker.ShrinkAsync(plan, async smaller => await DisagreementAsync(narrow(smaller), view).ConfigureAwait(false) is not null).ConfigureAwait(false);
                disagreements.Enqueue($"Seed {seed}, made smaller:\n{PlanText.Of(narrow(shrunk))}\n{await DisagreementAsync(narrow(shrunk), view).ConfigureAwait(false)}");
            }
        }).ConfigureAwait(false);

        Assert.True(disagreements.IsEmpty, string.Join("\n\n", disagreements));
    }

    private static async Task<string?> DisagreementAsync(SimulatedPlan plan, Func<Observed, string> view)
    {
        var undisturbed = new RecordedSimulation(plan);
        var expected = view(await undisturbed.ExecuteAsync().ConfigureAwait(false));
        var events = await undisturbed.EventsAsync().ConfigureAwait(false);
        for (var left = 1; left < events.Length; left++)
        {
            var recorded = events[..left];
            string? violation;
            try
            {
                violation = await ViolationAsync(plan, recorded, expected, view).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                violation = fault.ToString();
            }

            if (violation is not null)
                return $"left after event {left}, {Text(recorded[^1])}: {violation}\nundisturbed {string.Join(", ", events.Select(Text))}";
        }

        return null;
    }

    private static async Task<string?> ViolationAsync(SimulatedPlan plan, PlanEvent[] recorded, string expected, Func<Observed, string> view)
    {
        var resumed = new ResumedSimulation(plan, recorded);
        var actual = await resumed.ExecuteAsync().ConfigureAwait(false);
        var all = await resumed.EventsAsync().ConfigureAwait(false);
        var outcome = await resumed.Run.Completion.ConfigureAwait(false);
        EventRecorder.AssertTellOf(all, outcome, "this plan");
        foreach (var call in resumed.Calls.Select(static call => call[..call.IndexOf('@')]))
        {
            if (Resumption.IsDoneTwice(call, recorded))
                return $"{call} was called although its end is recorded; {string.Join(' ', resumed.Calls)}";
        }

        var ended = view(actual);
        return ended == expected ? null : $"\nexpected {expected}\nactual   {ended}\ncalls {string.Join(' ', resumed.Calls)}\ntold {string.Join(", ", all.Select(Text))}";
    }

    private static string Text(PlanEvent happened) =>
        happened is StepEvent step ? $"{happened.GetType().Name[..^"Event".Length]} {step.StepPath}:{step.Attempt}" : happened.GetType().Name[..^"Event".Length];
}
