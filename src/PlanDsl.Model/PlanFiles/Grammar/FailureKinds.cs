using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The kinds of failure as plan files, events and the tool name them.</summary>
public static class FailureKinds
{
    /// <summary>All kinds.</summary>
    public static ImmutableArray<string> All { get; } =
        ["exception", "exit_code", "timeout", "not_found", "exhausted", "condition", "binding", "transition", "limit", "cancelled"];

    /// <summary>Whether a failure of this kind is never retried, because it would fail again or somebody wanted it.</summary>
    public static bool IsNeverRetried(string kind) => kind is "cancelled" or "not_found" or "binding" or "condition" or "limit";
}
