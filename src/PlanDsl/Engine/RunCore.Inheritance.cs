namespace PlanDsl;

/// <content>Going on with a run that was begun without a coordinator.</content>
internal abstract partial class RunCore<TProgram> : IExpressHeir
{
    void IExpressHeir.Complete(int step, Exception? failure, bool isNested)
    {
        if (IsGoverned(step, out var unit))
            EndInherited(unit, failure, isNested);
        else if (isNested)
            Complete(step, failure, WorkerKind.Nested);
        else
            Work(Complete(step, failure, WorkerKind.Free), WorkerKind.Free, null);
    }

    void IExpressHeir.Decline(int step, bool isNested)
    {
        if (isNested)
            Decline(step, WorkerKind.Nested);
        else
            Work(Decline(step, WorkerKind.Free), WorkerKind.Free, null);
    }

    void IExpressHeir.TakeOver(CancellationToken cancellationToken)
    {
        try
        {
            Proceed(cancellationToken);
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }

    void IExpressHeir.CallWorker() => OfferReady();

    void IExpressHeir.GiveUp(Exception fault) => Panic(fault);

    private protected override void Inherit(GovernedStep unit, AttemptTimeout? timeout)
    {
        if (_context is { } context)
            ExecutionContext.Run(context, static begun => ((Action)begun!)(), (Action)(() => unit.Inherit(timeout)));
        else
            unit.Inherit(timeout);
    }

    // By itself the step goes on as far as a body that returns on this thread takes it; what follows is a worker's to see to.
    private void EndInherited(GovernedStep unit, Exception? failure, bool isNested)
    {
        unit.EndInherited(failure);
        if (!isNested)
            Work(Take(WorkerKind.Free), WorkerKind.Free, null);
    }
}
