namespace PlanDsl;

/// <summary>A run that nobody watches, of a plan none of whose bodies waits, with which several threads go on where one has turned out to
/// be slow. On the first failure or cancellation a <see cref="Coordinator"/> takes over.</summary>
/// <remarks>There is a word for each step. It counts the predecessors that have not ended, which those who end them do atomically; whoever
/// finds that there is none but the one that it has ended itself owns the step, alone, and with it the word. From then on the word is
/// written by plain writes: that the step executes, and that it has ended. The run has ended when all steps without successors have.
/// How that goes together with handing the run over is said there.</remarks>
internal abstract partial class SharedRun : IBegunRun
{
    // In place of the count of predecessors: somebody has taken the step; it has succeeded.
    private const int Executing = -2;
    private const int Ended = -3;

    private readonly PlanTable _plan;
    private readonly int[] _unfinished;
    private int _unfinishedEnds;

    /// <summary>Goes on with a run at which one thread alone has worked, and which is the first to work for this one too.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="begun">The run.</param>
    /// <param name="ended">The steps that have succeeded.</param>
    /// <param name="executing">The step that executes, or is about to.</param>
    /// <param name="others">The others, in the order in which one thread would run them.</param>
    private protected SharedRun(PlanTable plan, IBegunRun begun, ReadOnlySpan<int> ended, int executing, ReadOnlySpan<int> others)
    {
        _stacks = [_first];
        _plan = plan;
        (Bodies, Context, Time) = (begun.Bodies, begun.Context, begun.Time);
        _mostWorkers = plan.MaxParallel == 0 ? int.MaxValue : plan.MaxParallel;
        _unfinished = [.. plan.PredecessorCounts];
        foreach (var step in ended)
        {
            _unfinished[step] = Ended;
            foreach (var successor in plan.SuccessorsOf(step))
                _unfinished[successor]--;
        }

        _unfinished[executing] = Executing;
        _unfinishedEnds = plan.SuccessorsOf(executing).IsEmpty ? 1 : 0;
        for (var index = others.Length - 1; index >= 0; index--)
        {
            var step = others[index];
            if (_unfinished[step] == 0)
                _first.Push(step);
            if (plan.SuccessorsOf(step).IsEmpty)
                _unfinishedEnds++;
        }
    }

    public BodyCancellation? Bodies { get; }

    public ExecutionContext? Context { get; }

    public TimeProvider Time { get; }

    /// <summary>Says that a step executes; whether it may.</summary>
    private protected bool MayBegin(int step)
    {
        Volatile.Write(ref _unfinished[step], Executing);
        return !IsHandedOver || IsNoted(step);
    }

    /// <summary>Says that a step has succeeded; <see langword="false"/> if the run has been handed over.</summary>
    private protected bool TrySettle(int step)
    {
        Volatile.Write(ref _unfinished[step], Ended);
        return !IsHandedOver;
    }

    /// <summary>Counts a step as ended at its successors, and takes the first of those that may start then; the others it leaves to
    /// whoever comes first. Negative if there is none.</summary>
    /// <param name="step">The step, which is settled.</param>
    /// <param name="mine">Where this worker leaves what it does not take.</param>
    /// <param name="isEnd">Whether it was the last of all.</param>
    private protected int Release(int step, WorkStack mine, out bool isEnd)
    {
        var successors = _plan.SuccessorsOf(step);
        isEnd = successors.IsEmpty && Interlocked.Decrement(ref _unfinishedEnds) == 0;
        var (next, hasLeft) = (None, false);
        for (var index = successors.Length - 1; index >= 0; index--)
        {
            // Where only this one is left, nobody else touches the word.
            ref var unfinished = ref _unfinished[successors[index]];
            if (Volatile.Read(ref unfinished) != 1 && Interlocked.Decrement(ref unfinished) != 0)
                continue;
            if (next != None)
            {
                mine.Push(next);
                hasLeft = true;
            }

            next = successors[index];
        }

        if (hasLeft)
            CallWorker();
        return next;
    }
}
