namespace PlanDsl;

/// <content>Going on with a run that was begun without a coordinator.</content>
internal abstract partial class RunCore<TProgram> : IExpressHeir
{
    void IExpressHeir.Complete(int step, Exception? failure, bool isNested)
    {
        if (isNested)
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

    void IExpressHeir.GiveUp(Exception fault) => Panic(fault);
}
