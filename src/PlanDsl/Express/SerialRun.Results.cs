namespace PlanDsl;

/// <summary>The loop in which a thread works for a serial run. Specialised by the JIT for each program.</summary>
/// <typeparam name="TProgram">The program.</typeparam>
/// <typeparam name="TResults">The type of its results.</typeparam>
internal sealed class SerialRun<TProgram, TResults> : SerialRun
    where TProgram : struct, IPlanProgram<TResults>
{
    private static readonly ContextCallback WorkFor = static run => ((SerialRun<TProgram, TResults>)run!).Work();

    private readonly TaskCompletionSource<TResults> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellationToken;

    // Not readonly, so that calls by reference do not copy it.
    private TProgram _program;
    private CancellationTokenRegistration _registration;

    public SerialRun(TProgram program, SerialOrder order, CancellationToken cancellationToken)
        : base(program.Table, order)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Works for the run on this thread as long as there is something to do for it.</summary>
    public Task<TResults> Launch()
    {
        _registration = _cancellationToken.UnsafeRegister(static run => ((SerialRun<TProgram, TResults>)run!).HandOver(isShared: false), this);
        Begin();
        Enter();
        return _completion.Task;
    }

    private ref TProgram Program => ref _program;

    public override void Resume(Strand strand) => Enter();

    private protected override IExpressHeir MakeHeir(bool isShared) => isShared
        ? new SharedRun<TProgram, TResults>(_program, _completion, this, Order, HandedOverAt, _cancellationToken)
        : new ResultsRun<TProgram, TResults>(_program, _completion, this, _cancellationToken);

    private protected override void HandOver(bool isShared)
    {
        HandOver(isShared, _cancellationToken);
        _registration.Unregister();
    }

    private void Enter()
    {
        using var shift = WorkerThread.BeginShift();
        try
        {
            shift.Work(WorkFor, this, Context);
        }
        catch (Exception fault)
        {
            GiveUp(fault);
        }
    }

    private void Work()
    {
        while (TryInvoke(out var failure))
        {
            if (failure is null && !Strand.WasStopped && GoOn())
                continue;
            Leave(failure);
            return;
        }
    }

    /// <summary>Has the strand execute up to its end or to where it has to stop; <see langword="false"/> if it waits, and comes
    /// back on some thread, perhaps at once.</summary>
    private bool TryInvoke(out Exception? failure)
    {
        failure = null;
        try
        {
            Strand.Enter(Thread.CurrentThread);
            Program.Invoke(Strand);
            if (!Strand.IsWaiting)
                return true;

            // The table says that none waits, and others may be here to go on besides it: a coordinator knows what to do meanwhile.
            if (MayBeShared)
                HandOver(isShared: false);
            Strand.Await();
            return false;
        }
        catch (Exception exception)
        {
            failure = exception;
            return true;
        }
    }

    private void Leave(Exception? failure)
    {
        if (failure is not null)
            HandOver(isShared: false);
        else if (!Strand.WasStopped && TryEnd() && TryFinish())
            return;
        Tell(failure);
    }

    private bool TryFinish()
    {
        TResults results;
        try
        {
            results = Program.GetResults();
        }
        catch (Exception)
        {
            // The heir will find the same, and can tell of it.
            Reopen();
            HandOver(isShared: false);
            return false;
        }

        _registration.Unregister();
        Bodies?.Release();
        _completion.SetResult(results);
        return true;
    }
}
