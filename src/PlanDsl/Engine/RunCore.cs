namespace PlanDsl;

/// <summary>A run of a program: the loop in which threads work for it. Specialised by the JIT for each program, so that a
/// step costs a direct call.</summary>
/// <typeparam name="TProgram">The program.</typeparam>
internal abstract partial class RunCore<TProgram> : Coordinator, IThreadPoolWorkItem
    where TProgram : struct, IPlanProgram
{
    private static readonly ContextCallback AsCaller = static run => ((RunCore<TProgram>)run!).Work(WorkerKind.Free);
    private static readonly ContextCallback AsStarter = static run => ((RunCore<TProgram>)run!).Work(WorkerKind.Starter);
    private static readonly ContextCallback FromPool = static run => ((RunCore<TProgram>)run!).Work(WorkerKind.Free, wasQueued: true);
    private static readonly ContextCallback FromBody = static awaiter => WorkOn((AttemptAwaiter<TProgram>)awaiter!);

    // The execution context of whoever started the run, for every body; null if its flow was suppressed.
    private readonly ExecutionContext? _context;

    // Not readonly, so that calls on it do not copy it.
    private TProgram _program;

    private protected RunCore(TProgram program, PlanOptions? options, IBegunRun? begun = null)
        : base(program.Table, options, begun)
    {
        _program = program;
        _context = begun is null ? CaptureContext() : begun.Context;
    }

    private protected ref TProgram Program => ref _program;

    /// <summary>Starts the run and works for it on this thread as long as there is something to do for it.</summary>
    public void Launch(WorkerKind caller, CancellationToken cancellationToken)
    {
        if (caller is WorkerKind.Starter)
            GiveOwnTokens();
        OpenRecord();
        try
        {
            Open(cancellationToken);
            ServeRequests();
        }
        catch (Exception fault) when (!IsBeingRestored)
        {
            // Where a part of a run cannot go on, what is recorded stays as it is, for whoever can.
            LeaveRecord(fault);
            Panic(fault);
        }

        Enter(caller is WorkerKind.Starter ? AsStarter : AsCaller, this);
    }

    private protected override void Attend() => Serve(AsCaller, this, this, static (run, _) => run.Take(WorkerKind.Nested));

    /// <summary>Goes on with the run on the thread on which a body has returned.</summary>
    public void Resume(AttemptAwaiter<TProgram> awaiter)
    {
        if (!WorkerThread.IsOccupied)
        {
            Enter(FromBody, awaiter);
            return;
        }

        try
        {
            Complete(awaiter.Step, awaiter.Failure, WorkerKind.Nested);
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }

    void IThreadPoolWorkItem.Execute() => Enter(FromPool, this);

    // At most one is queued at a time, so that the run itself can be the work item.
    private protected override void QueueWorker()
    {
        if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Enter(ContextCallback work, object state)
    {
        var wasOccupied = WorkerThread.IsOccupied;
        WorkerThread.IsOccupied = true;
        try
        {
            if (_context is null)
                work(state);
            else
                ExecutionContext.Run(_context, work, state);
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
        finally
        {
            WorkerThread.IsOccupied = wasOccupied;
        }
    }

    private void Work(WorkerKind worker, bool wasQueued = false) => Work(Take(worker, wasQueued), worker, null);

    private static void WorkOn(AttemptAwaiter<TProgram> awaiter)
    {
        var run = awaiter.Run;
        run.Work(run.Complete(awaiter.Step, awaiter.Failure, WorkerKind.Free), WorkerKind.Free, awaiter);
    }

    private void Work(Turn turn, WorkerKind worker, AttemptAwaiter<TProgram>? spare)
    {
        while (!turn.IsNone)
        {
            // What the body before has changed in its context is none of this one's business.
            if (_context is { } context)
                ExecutionContext.Restore(context);

            if (turn.Unit is { } unit)
            {
                turn = turn.Kind switch
                {
                    TurnKind.Body => GoOn(unit, worker),
                    TurnKind.Compensation => Undo(unit, worker),
                    _ => AskCondition(turn, worker),
                };
                continue;
            }

            if (TryInvoke(turn.Step, out var body, out var failure))
            {
                turn = Complete(turn.Step, failure, worker);
                continue;
            }

            var awaiter = spare ?? new(this);
            spare = null;
            awaiter.Await(turn.Step, body);
            turn = Take(worker);
        }
    }

    /// <summary>Calls the body of a step; <see langword="false"/> if it has yet to return.</summary>
    private bool TryInvoke(int step, out ValueTask body, out Exception? failure)
    {
        body = default;
        failure = null;
        try
        {
            body = IsRecorded ? InvokeRecordedAsync(step) : BodyWatch is { } watch ? InvokeWatchedAsync(watch, step) : _program.InvokeAsync(step, TokenOf(step));
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
}
