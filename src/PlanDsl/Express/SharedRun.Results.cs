namespace PlanDsl;

/// <summary>The loop in which threads work for a shared run. Specialised by the JIT for each program.</summary>
/// <typeparam name="TProgram">The program.</typeparam>
/// <typeparam name="TResults">The type of its results.</typeparam>
internal sealed class SharedRun<TProgram, TResults> : SharedRun, IExpressHeir
    where TProgram : struct, IPlanProgram<TResults>
{
    private readonly TaskCompletionSource<TResults> _completion;

    // Not readonly, so that calls by reference do not copy it.
    private TProgram _program;

    /// <summary>Goes on with a run at which one thread alone has worked, and that is waited for already.</summary>
    public SharedRun(TProgram program, TaskCompletionSource<TResults> completion, IBegunRun begun, ReadOnlySpan<int> order, int place, CancellationToken cancellationToken)
        : base(program.Table, begun, order[..(place - 1)], order[place - 1], order[place..], cancellationToken)
    {
        _program = program;
        _completion = completion;
    }

    private ref TProgram Program => ref _program;

    // A body has waited although the table says that none does. What follows on that is a coordinator's.
    public override void Resume(in ExpressTurn turn, Exception? failure)
    {
        try
        {
            Leave(turn, failure);
        }
        catch (Exception fault)
        {
            HandOver()?.GiveUp(fault);
        }
    }

    void IExpressHeir.TakeOver(CancellationToken cancellationToken)
    {
        Heed();
        CallWorker();
    }

    // Only a serial run has such an heir. It is one thread, which goes on with its strand where that is inside no body, and so it tells
    // nothing from within one.
    void IExpressHeir.Complete(int step, Exception? failure, bool isNested) => Work(First, GoOn(First, step, failure));

    void IExpressHeir.Decline(int step, bool isNested)
    {
        if (IsNoted(step))
            HandOver()?.Decline(step, isNested);
        else
            Work(First, step);
    }

    void IExpressHeir.CallWorker() => CallWorker();

    void IExpressHeir.GiveUp(Exception fault) => HandOver()?.GiveUp(fault);

    private protected override IExpressHeir MakeHeir(CancellationToken cancellationToken) =>
        new ResultsRun<TProgram, TResults>(_program, _completion, this, cancellationToken);

    private protected override void Enter(WorkStack mine, int step)
    {
        using var shift = WorkerThread.BeginShift();
        try
        {
            if (shift.MayStray || Context is null)
                Work(mine, step);
            else
                ExecutionContext.Run(Context, _ => Work(mine, step), null);
        }
        catch (Exception fault)
        {
            HandOver()?.GiveUp(fault);
        }
    }

    private void Work(WorkStack mine, int step)
    {
        var thread = Thread.CurrentThread;
        var token = BodyToken;
        var expected = BringBackContext(thread);
        while (step != None)
        {
            // What the body before has changed in its context is none of this one's business.
            if (!ReferenceEquals(ThreadContext.MarkOf(thread), expected))
                expected = BringBackContext(thread);
            SayBegun(step);
            step = MayBegin(step) ? Call(mine, step, token) : None;
        }
    }

    private object? BringBackContext(Thread thread)
    {
        if (Context is { } context)
            ThreadContext.BringBack(thread, context);
        return ThreadContext.MarkOf(thread);
    }

    /// <summary>Calls the body of a step, and finds out what follows on it.</summary>
    private int Call(WorkStack mine, int step, CancellationToken token)
    {
        if (TryInvoke(step, token, out var body, out var failure))
            return GoOn(mine, step, failure);

        // The table says that none waits. This thread goes, and the others go on; its place among the workers is kept, as it would be if it
        // still were inside the body, so that no more bodies execute than may.
        UnitAwaiter.Await(this, new(step), body);
        return None;
    }

    /// <summary>What follows on a body that has returned.</summary>
    private int GoOn(WorkStack mine, int step, Exception? failure)
    {
        if (failure is not null || !TrySettle(step))
        {
            Tell(HandOver()!, new(step), failure, isNested: false);
            return None;
        }

        var next = Release(step, mine, out var isEnd);
        if (next != None)
            return next;
        if (!isEnd)
            return Take(mine);
        End();
        return None;
    }

    /// <summary>Calls the body of a step; <see langword="false"/> if it has yet to return.</summary>
    private bool TryInvoke(int step, CancellationToken token, out ValueTask body, out Exception? failure)
    {
        body = default;
        failure = null;
        try
        {
            body = Program.InvokeAsync(step, token);
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
