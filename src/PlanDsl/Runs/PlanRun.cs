namespace PlanDsl;

/// <summary>A run of a plan that has been started. Thread-safe.</summary>
public abstract class PlanRun
{
    private protected PlanRun()
    {
    }

    /// <summary>The run's id: <see cref="PlanOptions.RunId"/>, or one that was made for it.</summary>
    public abstract string RunId { get; }

    /// <summary>The plan's id.</summary>
    public abstract string PlanId { get; }

    /// <summary>Ends when the run has: no body is executing any more, but for those that were abandoned, see
    /// <see cref="PlanOptions.CancelGrace"/>. It never fails and is never cancelled; how the run ended is in the outcome.</summary>
    public Task<PlanOutcome> Completion => UntypedCompletion;

    /// <summary>The run's events. A subscriber that comes late is given a snapshot first, in events that are marked
    /// <see cref="PlanEvent.Replayed"/>; one that comes after the end is given the whole and completed.</summary>
    /// <remarks>Each subscriber is called off the engine's threads, one event at a time and in order, from a queue of
    /// 65,536 events. One that throws is dropped; one that lets its queue overflow is ended with an
    /// <see cref="InvalidOperationException"/>. Neither touches the run or other subscribers.</remarks>
    public abstract IObservable<PlanEvent> Events { get; }

    /// <summary>How each step stands at this moment, in declaration order.</summary>
    public abstract IReadOnlyList<StepOutcome> Steps { get; }

    /// <summary>Asks the run to cancel: bodies that are executing see their token cancelled, steps that have not started
    /// end cancelled, and the run ends when the bodies have returned, the steps that run also then have ended, and what was
    /// done is undone: cancelled, unless a critical failure has failed it before. Has no effect on a run that has ended, or of
    /// which only compensations are left.</summary>
    /// <remarks>Callbacks that bodies have registered on their token are called before it returns, as
    /// <see cref="CancellationTokenSource.Cancel()"/> does; nothing else of the plan's runs on the calling thread.</remarks>
    public abstract void Cancel();

    /// <summary>Cancels one step, whatever becomes of the run: if it has not started, or waits, it ends cancelled at once; if its
    /// body executes, the body sees its token cancelled, and the step ends cancelled when the body says so by an
    /// <see cref="OperationCanceledException"/>. To other steps that is a failure under the step's policy. Has no effect on a
    /// step that has ended.</summary>
    /// <param name="path">The id of the step; or the path of what a step consists of, such as <c>summarize[3]</c>, an element of a
    /// fan-out; <c>improve#2</c>, an iteration of a loop; <c>mirrors/fast</c>, a member of a group; <c>other/fetch</c>, a step of a
    /// sub-plan. An element or an iteration can be cancelled once it has started, a step of a sub-plan once that has. To the
    /// step that they are part of, it is a failure of theirs.</param>
    /// <remarks>As with <see cref="Cancel"/>, what bodies have registered on the token is called before it returns, and nothing
    /// else.</remarks>
    /// <exception cref="ArgumentException">There is no such step, or none by now.</exception>
    public abstract void CancelStep(string path);

    /// <summary>Gives a signal that brings a value: to the step that has waited for it longest, or else to the first that will.
    /// Has no effect on a run that has ended.</summary>
    /// <remarks>Of a run with a journal it returns before the signal is recorded. One that has to survive this process from here on is given by
    /// <see cref="IPlanJournal.RequestAsync"/>, which returns when it is kept.</remarks>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the signal.</param>
    /// <param name="value">What it brings.</param>
    /// <exception cref="ArgumentException">No step waits for a signal of this name, or for one that brings such a value. A plan
    /// with sub-plans may be given any, since one that has not started may wait for it.</exception>
    /// <exception cref="InvalidOperationException">The run was let go of.</exception>
    public abstract void Signal<T>(string name, T value);

    /// <summary>Gives a signal that brings nothing; otherwise as <see cref="Signal{T}"/>.</summary>
    /// <param name="name">The name of the signal.</param>
    /// <exception cref="ArgumentException">No step waits for a signal of this name, or the one that does waits for a value.</exception>
    /// <exception cref="InvalidOperationException">The run was let go of.</exception>
    public abstract void Signal(string name);

    /// <summary>Lets go of a run that does nothing but wait for signals, so that another process can resume it, or this one later:
    /// when the signal has come, by <see cref="IPlanJournal.RequestAsync"/>. Then <see cref="Completion"/> ends with the status
    /// <see cref="RunStatus.Running"/>, and <see cref="Events"/> are completed. How long a step has waited counts on.</summary>
    /// <returns>Whether the run was let go of; <see langword="false"/> if it has ended, or something in it does not wait for a signal.</returns>
    /// <exception cref="InvalidOperationException">The run has no journal, or is part of another.</exception>
    /// <exception cref="JournalException">What has happened cannot be recorded.</exception>
    public abstract Task<bool> TryLetGoAsync();

    /// <summary>The plan and the run by their ids.</summary>
    public override string ToString() => $"Run {RunId} of plan '{PlanId}'";

    /// <summary>What <see cref="Completion"/> returns; a typed run hides that member with its own.</summary>
    private protected abstract Task<PlanOutcome> UntypedCompletion { get; }
}
