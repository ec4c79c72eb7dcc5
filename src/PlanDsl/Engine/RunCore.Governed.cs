namespace PlanDsl;

/// <content>Threads that work for governed steps: whichever thread moves one goes on with the run as a worker, so that a slot
/// which comes free is not left lying.</content>
internal abstract partial class RunCore<TProgram>
{
    private static readonly ContextCallback FromResumption = static resumption => WorkOn((Resumption)resumption!);
    private static readonly ContextCallback FromEnded = static step => WorkOn((GovernedStep)step!, static (run, ended) => run.Complete(ended, WorkerKind.Free));
    private static readonly ContextCallback FromTimeUp = static step => WorkOn((GovernedStep)step!, static (run, late) => run.ReachTotal(late, WorkerKind.Free));
    private static readonly ContextCallback FromGraceOver = static attempt => WorkOn((AttemptGrace)attempt!);

    public override RunSecrets? Secrets => _program is IMaskingProgram { Secrets: var secrets } ? secrets : null;

    public override ValueTask InvokeAsync(int body, StepContext context) =>
        IsRecorded ? InvokeRecordedAsync(body, context) : InvokeHereAsync(body, context);

    private ValueTask InvokeHereAsync(int body, StepContext context) =>
        BodyWatch is null && Services is null ? _program.InvokeAsync(body, context) : InvokeSurroundedAsync(body, context);

    public override bool Decide(int decision, StepContext context) => _program.Decide(decision, context);

    public override FanOut OpenFanOut(int step) => _program.OpenFanOut(step);

    public override void OnReturned(Resumption resumption) => Serve(
        FromResumption, resumption, resumption, static (run, returned) => run.GoOn(returned.Unit, returned.GoOn, WorkerKind.Nested));

    public override void OnSlotWanted(GovernedStep step, SlotRequest request)
    {
        if (Enqueue(step))
            request.Grant();
        else if (WorkerThread.GoingOn != step)
            Serve(AsCaller, this, step, static (run, _) => run.Take(WorkerKind.Nested));
    }

    public override void OnEnded(GovernedStep step)
    {
        if (WorkerThread.GoingOn == step)
            WorkerThread.GoingOn = null;
        else
            Serve(FromEnded, step, step, static (run, ended) => run.Complete(ended, WorkerKind.Nested));
    }

    public override void OnGraceOver(AttemptGrace attempt) =>
        Serve(FromGraceOver, attempt, attempt, static (run, deaf) => run.Abandon(deaf, WorkerKind.Nested));

    public override void OnTimeUp(GovernedStep step) =>
        Serve(FromTimeUp, step, step, static (run, late) => run.ReachTotal(late, WorkerKind.Nested));

    /// <summary>Has this thread work for the run from here on, or, if it is inside a body, do no more than it must.</summary>
    private void Serve<T>(ContextCallback work, object state, T subject, Action<RunCore<TProgram>, T> nested)
    {
        if (!WorkerThread.IsOccupied)
        {
            Enter(work, state);
            return;
        }

        try
        {
            nested(this, subject);
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }

    private static void WorkOn(Resumption resumption)
    {
        var run = (RunCore<TProgram>)resumption.Unit.Run;
        run.Work(run.GoOn(resumption.Unit, resumption.GoOn, WorkerKind.Free), WorkerKind.Free, null);
    }

    private static void WorkOn(AttemptGrace attempt)
    {
        var run = (RunCore<TProgram>)attempt.Unit.Run;
        run.Work(run.Abandon(attempt, WorkerKind.Free), WorkerKind.Free, null);
    }

    private static void WorkOn(GovernedStep step, Func<RunCore<TProgram>, GovernedStep, Turn> take)
    {
        var run = (RunCore<TProgram>)step.Run;
        run.Work(take(run, step), WorkerKind.Free, null);
    }

    private protected override bool Decide(GovernedStep step, int question) => _program.Decide(question, step.ContextOf(deadline: null, TokenAround(step.Step)));

    private Turn GoOn(GovernedStep step, WorkerKind worker)
    {
        Precede(step);
        return GoOn(step, step.GoOn, worker);
    }

    /// <summary>Goes on with a governed step until it waits or has ended, and takes one that may start then.</summary>
    private Turn GoOn(GovernedStep step, Action goOn, WorkerKind worker) =>
        EndsBy(step, goOn) ? Complete(step, worker) : Take(worker);

    private protected override void GoOn(GovernedStep whole, Action goOn)
    {
        if (EndsBy(whole, goOn))
            Complete(whole, WorkerKind.Returning);
    }

    private static bool EndsBy(GovernedStep step, Action goOn)
    {
        var outer = WorkerThread.GoingOn;
        WorkerThread.GoingOn = step;
        goOn();
        var hasEnded = WorkerThread.GoingOn is null;
        WorkerThread.GoingOn = outer;
        return hasEnded;
    }
}
