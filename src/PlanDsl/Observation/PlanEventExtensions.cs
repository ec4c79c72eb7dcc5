using System.Reactive.Linq;

namespace PlanDsl;

/// <summary>What is asked of the events of a run most often. Each follows the events of one run, live or replayed.</summary>
public static class PlanEventExtensions
{
    /// <summary>How far the run has come: the part of the plan's steps that has ended, from 0 to 1. A step that reports its progress
    /// counts for that part of it, a group for the part of its members that has ended. It never falls, and is told when it changes.</summary>
    /// <param name="events">The events of the run.</param>
    /// <param name="plan">The plan.</param>
    public static IObservable<double> Progress(this IObservable<PlanEvent> events, PlanDefinition plan)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(plan);
        return Observable.Defer(() => events.Select(new ProgressCounter(plan.Table).Advance).DistinctUntilChanged());
    }

    /// <summary>How long each step took, told when it ends; nothing of steps that never ran. It tells of members, elements,
    /// iterations and steps of sub-plans too.</summary>
    /// <param name="events">The events of the run.</param>
    public static IObservable<StepDuration> StepDurations(this IObservable<PlanEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Observable.Defer(() =>
        {
            var clock = new StepClock();
            return events.Select(clock.Advance).Where(static duration => duration is not null).Select(static duration => duration!);
        });
    }

    /// <summary>The critical path of the run so far: of the chains of dependent steps that have ended, the one whose steps took
    /// longest together. Told when it changes; what is told last is the critical path of the run.</summary>
    /// <param name="events">The events of the run.</param>
    /// <param name="plan">The plan.</param>
    public static IObservable<RunCriticalPath> CriticalPath(this IObservable<PlanEvent> events, PlanDefinition plan)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(plan);
        return Observable.Defer(() =>
        {
            var chains = new StepChains(plan.Table);
            return events.Select(chains.Advance).Where(static path => path is not null).Select(static path => path!);
        });
    }
}
