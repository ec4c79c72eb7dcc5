namespace PlanDsl;

/// <content>Threads that undo steps.</content>
internal abstract partial class RunCore<TProgram>
{
    private static readonly ContextCallback FromCompensation = static undone => WorkOn((Compensation)undone!);

    public override void OnUndone(Compensation undone) =>
        Serve(FromCompensation, undone, undone, static (run, ended) => run.Complete(ended, WorkerKind.Nested));

    private Turn Undo(GovernedStep unit, WorkerKind worker)
    {
        var compensation = new Compensation(this, unit);
        var running = compensation.RunAsync();
        if (running.IsCompleted)
            return running.Result ? Complete(compensation, worker) : Take(worker);

        var awaiter = running.ConfigureAwait(false).GetAwaiter();
        awaiter.UnsafeOnCompleted(() =>
        {
            if (awaiter.GetResult())
                OnUndone(compensation);
        });
        return Take(worker);
    }

    private static void WorkOn(Compensation undone)
    {
        var run = (RunCore<TProgram>)undone.Run;
        run.Work(run.Complete(undone, WorkerKind.Free), WorkerKind.Free, null);
    }
}
