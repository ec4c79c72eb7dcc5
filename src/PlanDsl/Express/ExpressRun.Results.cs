namespace PlanDsl;

/// <summary>The loop in which threads work for an express run. Specialised by the JIT for each program.</summary>
/// <typeparam name="TProgram">The program.</typeparam>
/// <typeparam name="TResults">The type of its results.</typeparam>
internal sealed partial class ExpressRun<TProgram, TResults> : ExpressRun
    where TProgram : struct, IPlanProgram<TResults>
{
    private readonly TaskCompletionSource<TResults> _completion;

    // Not readonly, so that calls by reference do not copy it.
    private TProgram _program;

    public ExpressRun(TProgram program, TimeProvider time, CancellationToken cancellationToken)
        : base(program.Table, time, cancellationToken)
    {
        _program = program;
        _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Works for the run on this thread as long as there is something to do for it.</summary>
    public Task<TResults> Launch()
    {
        Heed();

        // Somebody is to do what can be done; that the rest cannot is found out then.
        if (!Units.AreSound)
            HandOver()?.CallWorker();
        else if (Units.Count == 0)
            End();
        else
            Enter(Take(isWorker: false));
        return _completion.Task;
    }

    private ref TProgram Program => ref _program;

    public override void Resume(Strand strand) => Enter(new(strand.Unit, strand));

    public override void Resume(in ExpressTurn turn, Exception? failure)
    {
        try
        {
            // What becomes ready is found out first: mostly that is nothing, and there is no need to make this thread a worker.
            if (failure is not null || turn.Strand is { WasStopped: true } || !TrySettle(turn, WorkerThread.IsOccupied, out var next))
                Leave(turn, failure);
            else if (next.IsUnit)
                Enter(next);
            else if (next.IsEnd)
                End();
        }
        catch (Exception fault)
        {
            HandOver()?.GiveUp(fault);
        }
    }

    private protected override void Help() => Enter(Take(isWorker: true));

    private protected override IExpressHeir MakeHeir(CancellationToken cancellationToken) =>
        new ResultsRun<TProgram, TResults>(_program, _completion, this, cancellationToken);

    private void Enter(ExpressTurn turn)
    {
        if (!turn.IsUnit)
            return;
        using var shift = WorkerThread.BeginShift();
        try
        {
            if (shift.MayStray || Context is null)
                Work(turn);
            else
                WorkWithin(Context, turn);
        }
        catch (Exception fault)
        {
            HandOver()?.GiveUp(fault);
        }
    }

    private void WorkWithin(ExecutionContext context, ExpressTurn turn) => ExecutionContext.Run(context, _ => Work(turn), null);

    private void Work(ExpressTurn turn)
    {
        var kept = NoUnits;
        var mayKeep = true;
        var thread = Thread.CurrentThread;
        var expected = BringBackContext(thread);
        while (turn.IsUnit)
        {
            // This thread is busy until a synchronous body returns.
            if (!kept.IsEmpty && !Units.IsAsync(turn.Unit))
                PutBack(ref kept);

            // What the body before has changed in its context is none of this one's business.
            if (!ReferenceEquals(ThreadContext.MarkOf(thread), expected))
                expected = BringBackContext(thread);

            if (!MayBegin(turn.Unit))
            {
                turn.Strand?.Bound(null);
                return;
            }

            if (TryInvoke(turn, thread, out var body, out var failure))
            {
                // A body that may wait and does not is perhaps one that takes its time.
                mayKeep &= !Units.IsAsync(turn.Unit);
                if (!kept.IsEmpty)
                    PutBack(ref kept);
                turn = GoOn(turn, failure, isNested: false);
                continue;
            }

            // The body comes back on some thread, perhaps at once.
            if (Units.IsStrand(turn.Unit))
                turn.Strand!.Await();
            else
                UnitAwaiter.Await(this, turn, body);
            turn = Take(ref kept, mayKeep);
        }

        if (turn.IsEnd)
            End();
    }

    private object? BringBackContext(Thread thread)
    {
        if (Context is { } context)
            ThreadContext.BringBack(thread, context);
        return ThreadContext.MarkOf(thread);
    }

    /// <summary>What follows on a body that has returned.</summary>
    private ExpressTurn GoOn(in ExpressTurn turn, Exception? failure, bool isNested)
    {
        if (failure is null && turn.Strand is not { WasStopped: true } && TrySettle(turn, isNested, out var next))
            return next;
        Tell(HandOver()!, turn, failure, isNested);
        return ExpressTurn.None;
    }

    /// <summary>Calls what a unit is to do; <see langword="false"/> if it has yet to return.</summary>
    private bool TryInvoke(in ExpressTurn turn, Thread thread, out ValueTask body, out Exception? failure)
    {
        body = default;
        failure = null;
        try
        {
            if (Units.IsStrand(turn.Unit))
            {
                turn.Strand!.Enter(thread);
                Program.Invoke(turn.Strand);
                return !turn.Strand.IsWaiting;
            }

            body = Program.InvokeAsync(Units.CallOf(turn.Unit), turn.Strand?.Timeout?.Token ?? BodyToken);
            if (!body.IsCompleted)
                return false;
            body.GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return true;
    }

    private protected override bool TryFinish()
    {
        TResults results;
        try
        {
            results = Program.GetResults();
        }
        catch (Exception)
        {
            return false;
        }

        Close();
        _completion.SetResult(results);
        return true;
    }
}
