namespace PlanDsl;

/// <summary>The loop in which threads work for a shared run. Specialised by the JIT for each program.</summary>
/// <typeparam name="TProgram">The program.</typeparam>
/// <typeparam name="TResults">The type of its results.</typeparam>
internal sealed class SharedRun<TProgram, TResults> : SharedRun, IExpressHeir
    where TProgram : struct, IPlanProgram<TResults>
{
    private readonly TaskCompletionSource<TResults> _completion;
    private readonly CancellationToken _cancellationToken;

    // Not readonly, so that calls by reference do not copy it.
    private TProgram _program;
    private CancellationTokenRegistration _registration;

    /// <summary>Goes on with a run at which one thread alone has worked, and that is waited for already.</summary>
    public SharedRun(TProgram program, TaskCompletionSource<TResults> completion, IBegunRun begun, ReadOnlySpan<int> order, int place, CancellationToken cancellationToken)
        : base(program.Table, begun, order[..(place - 1)], order[place - 1], order[place..])
    {
        _program = program;
        _completion = completion;
        _cancellationToken = cancellationToken;
    }

    private ref TProgram Program => ref _program;

    void IExpressHeir.TakeOver(CancellationToken cancellationToken)
    {
        var registration = _cancellationToken.UnsafeRegister(static run => ((SharedRun<TProgram, TResults>)run!).HandOver(), this);

        // The run may have come to its end by now, and nobody would let go of the token.
        if (!TryKeep(ref _registration, registration))
            registration.Unregister();
        CallWorker();
    }

    // Its bodies return where they were called, so that nobody is ever inside another one.
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

    private protected override IExpressHeir MakeHeir() =>
        new ResultsRun<TProgram, TResults>(_program, _completion, this, _cancellationToken);

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
        var token = Bodies?.Token ?? CancellationToken.None;
        var expected = BringBackContext(thread);
        while (step != None)
        {
            // What the body before has changed in its context is none of this one's business.
            if (!ReferenceEquals(ThreadContext.MarkOf(thread), expected))
                expected = BringBackContext(thread);
            step = MayBegin(step) ? GoOn(mine, step, Invoke(step, token)) : None;
        }
    }

    private object? BringBackContext(Thread thread)
    {
        if (Context is { } context)
            ExecutionContext.Restore(context);
        return ThreadContext.MarkOf(thread);
    }

    /// <summary>What follows on a body that has returned.</summary>
    private int GoOn(WorkStack mine, int step, Exception? failure)
    {
        if (failure is not null || !TrySettle(step))
        {
            if (HandOver() is { } heir && IsNoted(step))
                heir.Complete(step, failure, isNested: false);
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

    private Exception? Invoke(int step, CancellationToken token)
    {
        try
        {
            // No body of such a plan waits.
            var body = Program.InvokeAsync(step, token);
            if (body.IsCompleted)
                body.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private IExpressHeir? HandOver(bool reopens = false)
    {
        var heir = HandOver(_cancellationToken, reopens);
        _registration.Unregister();
        return heir;
    }

    private void End()
    {
        if (!TryEnd())
            return;
        TResults results;
        try
        {
            results = Program.GetResults();
        }
        catch (Exception)
        {
            // The heir will find the same, and can tell of it.
            HandOver(reopens: true);
            return;
        }

        _registration.Unregister();
        Bodies?.Release();
        _completion.SetResult(results);
    }
}
