namespace PlanDsl;

/// <summary>The loop in which threads work for an express run. Specialised by the JIT for each program.</summary>
/// <typeparam name="TProgram">The program.</typeparam>
/// <typeparam name="TResults">The type of its results.</typeparam>
internal sealed partial class ExpressRun<TProgram, TResults> : ExpressRun
    where TProgram : struct, IPlanProgram<TResults>
{
    private static readonly ContextCallback AsOwner = static run => ((ExpressRun<TProgram, TResults>)run!).Work(ExpressWorker.Owner);
    private static readonly ContextCallback FromPool = static run => ((ExpressRun<TProgram, TResults>)run!).Work(ExpressWorker.Helper, wasQueued: true);
    private static readonly ContextCallback FromBody = static strand => WorkOn((Strand)strand!);

    private readonly TaskCompletionSource<TResults> _completion;
    private readonly CancellationToken _cancellationToken;

    // Not readonly, so that calls by reference do not copy it.
    private TProgram _program;
    private CancellationTokenRegistration _registration;

    public ExpressRun(TProgram program, TimeProvider time, CancellationToken cancellationToken)
        : base(program.Table, time)
    {
        _program = program;
        _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Works for the run on this thread as long as there is something to do for it.</summary>
    public Task<TResults> Launch()
    {
        Heed();
        Enter(AsOwner, this);
        return _completion.Task;
    }

    private void Heed() =>
        _registration = _cancellationToken.UnsafeRegister(static run => ((ExpressRun<TProgram, TResults>)run!).HandOver(), this);

    private ref TProgram Program => ref _program;

    public override void Resume(Strand strand)
    {
        if (!WorkerThread.IsOccupied)
        {
            Enter(FromBody, strand);
            return;
        }

        try
        {
            GoOn(new(strand.Unit, strand), strand.Failure, ExpressWorker.Nested);
        }
        catch (Exception fault)
        {
            HandOver()?.GiveUp(fault);
        }
    }

    public override void OnTimeUp() => HandOver();

    private protected override void Help() => Enter(FromPool, this);

    private protected override IExpressHeir MakeHeir() =>
        new ResultsRun<TProgram, TResults>(_program, _completion, this, _cancellationToken);

    private IExpressHeir? HandOver(bool reopens = false)
    {
        var heir = HandOver(_cancellationToken, reopens);
        _registration.Unregister();
        return heir;
    }

    private void Enter(ContextCallback work, object state)
    {
        using var shift = WorkerThread.BeginShift();
        try
        {
            shift.Work(work, state, Context);
        }
        catch (Exception fault)
        {
            HandOver()?.GiveUp(fault);
        }
    }

    private static void WorkOn(Strand strand)
    {
        var run = (ExpressRun<TProgram, TResults>)strand.Owner;
        run.Work(run.GoOn(new(strand.Unit, strand), strand.Failure, ExpressWorker.Helper), ExpressWorker.Helper);
    }

    private void Work(ExpressWorker worker, bool wasQueued = false) => Work(Take(worker, wasQueued), worker);

    private void Work(ExpressTurn turn, ExpressWorker worker)
    {
        while (turn.IsUnit)
        {
            // What the body before has changed in its context is none of this one's business.
            if (!ReferenceEquals(ExecutionContext.Capture(), Context) && Context is { } context)
                ExecutionContext.Restore(context);

            if (TryInvoke(turn, out var body, out var failure))
            {
                turn = GoOn(turn, failure, worker);
                continue;
            }

            // The body comes back on some thread, perhaps at once.
            Share();
            Watch(turn).Await(body);
            turn = Take(worker);
        }

        Leave(turn);
    }

    private void Leave(ExpressTurn turn)
    {
        if (turn.IsEnd)
            End();
        else if (turn.IsDeadlock)
            HandOver();
        else
            Share();
    }

    /// <summary>What follows on a body that has returned.</summary>
    private ExpressTurn GoOn(in ExpressTurn turn, Exception? failure, ExpressWorker worker)
    {
        IExpressHeir? heir;
        if (failure is null && turn.Strand is not { WasStopped: true })
        {
            var next = Complete(turn, worker, out heir);
            if (heir is null)
                return worker is ExpressWorker.Nested ? LeaveNested(next) : next;
        }
        else
        {
            heir = HandOver();
        }

        Tell(heir!, turn, failure, worker is ExpressWorker.Nested);
        return ExpressTurn.None;
    }

    private ExpressTurn LeaveNested(ExpressTurn next)
    {
        if (!next.IsUnit)
            Leave(next);
        return ExpressTurn.None;
    }

    /// <summary>Calls what a unit is to do; <see langword="false"/> if it has yet to return.</summary>
    private bool TryInvoke(in ExpressTurn turn, out ValueTask body, out Exception? failure)
    {
        body = default;
        failure = null;
        try
        {
            var call = Units.CallOf(turn.Unit);
            body = call < 0 ? Program.InvokeAsync(turn.Strand!) : Program.InvokeAsync(call, turn.Strand?.Timeout?.Token ?? BodyToken);
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

    private void End()
    {
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
        Close();
        _completion.SetResult(results);
    }
}
