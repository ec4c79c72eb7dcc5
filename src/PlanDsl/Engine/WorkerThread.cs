namespace PlanDsl;

/// <summary>Whether this thread is inside a worker's loop. A body that completes another step's body would otherwise run
/// that step's successors on top of its own stack, and they theirs.</summary>
internal static class WorkerThread
{
    [ThreadStatic]
    private static bool t_isOccupied;

    [ThreadStatic]
    private static GovernedStep? t_goingOn;

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
}
