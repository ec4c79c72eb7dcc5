namespace PlanDsl;

/// <content>Threads that undo steps.</content>
internal abstract partial class RunCore<TProgram>
{
    private static readonly ContextCallback FromCompensation = static undone => WorkOn((Compensation)undone!);

    private Turn Undo(GovernedStep unit, WorkerKind worker)
    {
        var compensation = new Compensation(this, unit);
        var running = compensation.RunAsync();
        if (running.IsCompleted)
            return Complete(compensation, worker);
        running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => Serve(
            FromCompensation, compensation, compensation, (run, undone) => run.Complete(undone, WorkerKind.Nested)));
        return Take(worker);
    }

    private static void WorkOn(Compensation undone)
    {
        var run = (RunCore<TProgram>)undone.Run;
        run.Work(run.Complete(undone, WorkerKind.Free), WorkerKind.Free, null);
    }
}
