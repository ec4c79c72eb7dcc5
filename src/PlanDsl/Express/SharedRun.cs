namespace PlanDsl;

/// <summary>A run that nobody watches, of a plan none of whose bodies waits, with which several threads go on where one has turned out to
/// be slow. On the first failure or cancellation a <see cref="Coordinator"/> takes over.</summary>
/// <remarks>Its units are its steps. Where a step waits for none any more but the one that has ended, whoever ended that owns it.</remarks>
internal abstract partial class SharedRun : CountedRun, IBegunRun
{
    private readonly PlanTable _plan;
    private int _unfinishedEnds;

    /// <summary>Goes on with a run at which one thread alone has worked, and which is the first to work for this one too.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="begun">The run.</param>
    /// <param name="ended">The steps that have succeeded.</param>
    /// <param name="executing">The step that executes, or is about to.</param>
    /// <param name="others">The others, in the order in which one thread would run them.</param>
    /// <param name="cancellationToken">The caller's.</param>
    private protected SharedRun(PlanTable plan, IBegunRun begun, ReadOnlySpan<int> ended, int executing, ReadOnlySpan<int> others, CancellationToken cancellationToken)
        : base([.. plan.PredecessorCounts], begun.Bodies, begun.Context, begun.Time, cancellationToken)
    {
        _stacks = [_first];
        _plan = plan;
        _mostWorkers = plan.MaxParallel == 0 ? int.MaxValue : plan.MaxParallel;
        foreach (var step in ended)
        {
            Words[step] = Ended;
            foreach (var successor in plan.SuccessorsOf(step))
                Words[successor]--;
        }

        Words[executing] = Executing;
        _unfinishedEnds = plan.SuccessorsOf(executing).IsEmpty ? 1 : 0;
        for (var index = others.Length - 1; index >= 0; index--)
        {
            var step = others[index];
            if (Words[step] == 0)
                _first.Push(step);
            if (plan.SuccessorsOf(step).IsEmpty)
                _unfinishedEnds++;
        }
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
            ref var unfinished = ref Words[successors[index]];
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
