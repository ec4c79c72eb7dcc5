namespace PlanDsl;

/// <summary>A run without a coordinator for which several threads work: as long as all of its units succeed, nobody can tell a status, a
/// time or an event from another, so that none is kept. What is left is how far each unit is.</summary>
/// <remarks>There is a word for each unit. It counts the predecessors that have not ended, which those who end them do atomically; who
/// finds that none is left owns the unit, alone, and with it the word. From then on the word is written by plain writes: that the unit
/// executes, and that it has ended. The run has ended when all units without successors have. How that goes together with handing the
/// run over is said there.</remarks>
internal abstract partial class CountedRun
{
    // In place of the count of predecessors: somebody has taken the unit; its last step has succeeded.
    private protected const int Executing = -2;
    private protected const int Ended = -3;

    /// <param name="words">How many predecessors of each unit have not ended, if it does not execute and has not ended itself.</param>
    /// <param name="bodies">The right to cancel the bodies; <see langword="null"/> where none takes a token.</param>
    /// <param name="context">The context in which bodies are to be called.</param>
    /// <param name="time">What time it is to the run.</param>
    /// <param name="cancellationToken">The caller's.</param>
    private protected CountedRun(int[] words, BodyCancellation? bodies, ExecutionContext? context, TimeProvider time, CancellationToken cancellationToken)
    {
        Words = words;
        (Bodies, Context, Time) = (bodies, context, time);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The context of whoever has started the run; null if its flow was suppressed.</summary>
    public ExecutionContext? Context { get; }

    /// <summary>What time it is to the run.</summary>
    public TimeProvider Time { get; }

    /// <summary>The token of every body, and the right to cancel it; null where no body takes one.</summary>
    public BodyCancellation? Bodies { get; }

    /// <summary>The token of every body; none where no body takes one.</summary>
    public CancellationToken BodyToken => Bodies?.Token ?? CancellationToken.None;

    /// <summary>The word of each unit.</summary>
    private protected int[] Words { get; }

    /// <summary>Guards what threads leave to each other, and handing over.</summary>
    private protected Lock Gate { get; } = new();

    /// <summary>Goes on with the run on the thread on which the body of a unit has returned.</summary>
    public abstract void Resume(in ExpressTurn turn, Exception? failure);

    /// <summary>Says that a unit executes.</summary>
    private protected void SayBegun(int unit) => Volatile.Write(ref Words[unit], Executing);

    /// <summary>Whether a unit of which that was said is to be called; <see langword="false"/> if the run has been handed over, and the
    /// heir does not believe it to execute.</summary>
    private protected bool MayBegin(int unit) => !IsHandedOver || IsNoted(unit);

    /// <summary>Says that a unit has succeeded; <see langword="false"/> if the run has been handed over.</summary>
    private protected bool TrySettle(int unit)
    {
        Volatile.Write(ref Words[unit], Ended);
        return !IsHandedOver;
    }

    /// <summary>Ends the run, of which all units have succeeded, unless it is in other hands.</summary>
    private protected void End()
    {
        // The heir will find that there are no results to show for it, and can tell of that.
        if (TryEnd() && !TryFinish())
            HandOver(reopens: true);
    }

    /// <summary>Gives the caller the results; <see langword="false"/> if they are not to be had.</summary>
    private protected abstract bool TryFinish();

    /// <summary>Leaves what others can use. The last thing that a run does before it gives the caller the results.</summary>
    private protected virtual void Close()
    {
        _registration.Unregister();
        Bodies?.Release();
    }
}
