namespace PlanDsl;

/// <content>Going on with a run that one thread has begun.</content>
internal sealed partial class ExpressRun<TProgram, TResults> : IExpressHeir
{
    /// <summary>Goes on with a run at which one thread alone has worked, and that is waited for already.</summary>
    public ExpressRun(TProgram program, TaskCompletionSource<TResults> completion, IBegunRun begun, CancellationToken cancellationToken)
        : base(program.Table, begun)
    {
        _program = program;
        _completion = completion;
        _cancellationToken = cancellationToken;
    }

    void IExpressHeir.TakeOver(CancellationToken cancellationToken)
    {
        Heed();
        CallWorker();
    }

    void IExpressHeir.Complete(int step, Exception? failure, bool isNested) => Work(GoOn(new(step), failure, isNested));

    void IExpressHeir.Decline(int step, bool isNested)
    {
        if (TryPutBack(step, isNested, out var next))
            Work(next);
        else
            TellDeclined(HandOver()!, step, isNested);
    }

    void IExpressHeir.CallWorker() => CallWorker();

    void IExpressHeir.GiveUp(Exception fault) => HandOver()?.GiveUp(fault);
}
