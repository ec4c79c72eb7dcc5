using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The ends of a step that a sequential plan may accept, as <c>allowed_events</c> names them.</summary>
public static class FlowEvents
{
    /// <summary>The step succeeded.</summary>
    public const string Succeeded = "step_succeeded";

    /// <summary>The same, of a parallel step.</summary>
    public const string ParallelComplete = "parallel_complete";

    /// <summary>The step failed.</summary>
    public const string Failed = "step_failed";

    /// <summary>The step failed because it took too long.</summary>
    public const string Timeout = "timeout";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Succeeded, ParallelComplete, Failed, Timeout, "step_timeout", "step_skipped", "step_cancelled"];
}
