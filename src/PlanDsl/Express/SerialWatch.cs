namespace PlanDsl;

/// <summary>Looks at the runs that have been fast so far, a thousand times a second as long as there are any. One for the process.</summary>
internal static class SerialWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);
    private static readonly Lock Gate = new();
    private static readonly ITimer Timer = MakeTimer();
    private static List<SerialRun> s_watched = [];

    /// <summary>Looks at a run from now on, as long as it wants that.</summary>
    public static void Add(SerialRun run)
    {
        lock (Gate)
        {
            s_watched.Add(run);
            if (s_watched.Count == 1)
                Timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
    }

    private static void Look()
    {
        List<SerialRun> watched;
        lock (Gate)
        {
            (watched, s_watched) = (s_watched, []);
        }

        // Whoever has come meanwhile has set the timer.
        foreach (var run in watched)
        {
            if (run.Watch())
                Add(run);
        }
    }

    // It lives as long as the process, and is not to keep what happens to be ambient here.
    private static ITimer MakeTimer()
    {
        using var suppression = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return TimeProvider.System.CreateTimer(static _ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
