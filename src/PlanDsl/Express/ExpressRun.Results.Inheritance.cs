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

    void IExpressHeir.Complete(int step, Exception? failure, bool isNested)
    {
        var worker = isNested ? ExpressWorker.Nested : ExpressWorker.Helper;
        Work(GoOn(new(step), failure, worker), worker);
    }

    void IExpressHeir.Decline(int step, bool isNested)
    {
        var worker = isNested ? ExpressWorker.Nested : ExpressWorker.Helper;
        var next = Decline(step, worker, out var heir);
        if (heir is not null)
            heir.Decline(step, isNested);
        else if (!isNested)
            Work(next, worker);
    }

    void IExpressHeir.GiveUp(Exception fault) => HandOver()?.GiveUp(fault);
}
