namespace PlanDsl;

/// <summary>What this thread is to a run. Inside a worker's loop, a body that completes another step's body would otherwise run
/// that step's successors on top of its own stack, and they theirs.</summary>
internal static class WorkerThread
{
    [ThreadStatic]
    private static bool t_isOccupied;

    [ThreadStatic]
    private static bool t_isVisiting;

    [ThreadStatic]
    private static GovernedStep? t_goingOn;

    [ThreadStatic]
    private static Queue<IThreadPoolWorkItem>? t_queue;

    /// <summary>The governed step with which the worker on this thread is going on, so that it takes on what follows itself;
    /// none any more once that step has ended meanwhile.</summary>
    public static GovernedStep? GoingOn
    {
        get => t_goingOn;
        set => t_goingOn = value;
    }

    public static bool IsOccupied
    {
        get => t_isOccupied;
        set => t_isOccupied = value;
    }

    /// <summary>Where this thread queues workers; <see langword="null"/> for the thread pool. For tests that have a run stay on one
    /// thread.</summary>
    public static Queue<IThreadPoolWorkItem>? Queue
    {
        get => t_queue;
        set => t_queue = value;
    }

    /// <summary>Whether the thread is that of somebody who acts on a run from outside and wants to go on with what it does: code
    /// of others that this brings about is left to workers.</summary>
    public static bool IsVisiting => t_isVisiting;

    /// <summary>Makes this thread a visitor's until what is returned is disposed of.</summary>
    public static Visit BeginVisit()
    {
        var visit = new Visit(t_isOccupied, t_isVisiting);
        t_isOccupied = t_isVisiting = true;
        return visit;
    }

    /// <summary>Has this thread work for a run that may be left in any context, until what is returned is disposed of.</summary>
    public static Shift BeginShift()
    {
        var thread = Thread.CurrentThread;
        var shift = new Shift(thread, t_isOccupied, ThreadContext.Of(thread), SynchronizationContext.Current);
        t_isOccupied = true;
        return shift;
    }

    /// <summary>A shift, and what the thread was before.</summary>
    public readonly struct Shift(Thread thread, bool wasOccupied, ExecutionContext? before, SynchronizationContext? synchronization) : IDisposable
    {
        /// <summary>Whether the thread may be left in any context, because there is one to return to.</summary>
        public bool MayStray => before is not null;

        /// <summary>Works for a run that calls its bodies in this context, which it sees to itself where there is one to return to.</summary>
        public void Work(ContextCallback work, object state, ExecutionContext? context)
        {
            if (before is not null || context is null)
                work(state);
            else
                ExecutionContext.Run(context, work, state);
        }

        public void Dispose()
        {
            t_isOccupied = wasOccupied;
            if (before is not null)
                ThreadContext.BringBack(thread, before);
            if (SynchronizationContext.Current != synchronization)
                SynchronizationContext.SetSynchronizationContext(synchronization);
        }
    }

    /// <summary>A visit, and what the thread was before.</summary>
    public readonly struct Visit(bool wasOccupied, bool wasVisiting) : IDisposable
    {
        public void Dispose()
        {
            t_isOccupied = wasOccupied;
            t_isVisiting = wasVisiting;
        }
    }
}
