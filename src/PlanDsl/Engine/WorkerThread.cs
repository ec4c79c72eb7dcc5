namespace PlanDsl;

/// <summary>Whether this thread is inside a worker's loop. A body that completes another step's body would otherwise run
/// that step's successors on top of its own stack, and they theirs.</summary>
internal static class WorkerThread
{
    [ThreadStatic]
    private static bool t_isOccupied;

    public static bool IsOccupied
    {
        get => t_isOccupied;
        set => t_isOccupied = value;
    }
}
