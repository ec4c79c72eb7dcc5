using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>What is fixed about each <see cref="MethodRole"/>.</summary>
public static class MethodRoles
{
    /// <summary>The roles of methods that options name, in the order in which everything goes through them.</summary>
    public static ImmutableArray<MethodRole> Named { get; } = [MethodRole.When, MethodRole.RepeatUntil, MethodRole.Fallback, MethodRole.Compensate];

    /// <summary>Whether such a method answers yes or no; the others do something.</summary>
    public static bool Decides(this MethodRole role) => role is MethodRole.When or MethodRole.RepeatUntil;

    /// <summary>Whether such a method is called when the body has returned, and may ask what it returned.</summary>
    public static bool SeesOwnResult(this MethodRole role) => role is MethodRole.RepeatUntil or MethodRole.Compensate;

    /// <summary>The property of a step that names such a method, one of <see cref="PropertyNames"/>.</summary>
    public static string Property(this MethodRole role) => role switch
    {
        MethodRole.When => PropertyNames.Condition,
        MethodRole.RepeatUntil => PropertyNames.RepeatUntil,
        MethodRole.Fallback => PropertyNames.Fallback,
        MethodRole.Compensate => PropertyNames.Compensate,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No option names the body of a step."),
    };

    /// <summary>What messages call such a method.</summary>
    internal static string Noun(this MethodRole role) => role switch
    {
        MethodRole.When => "condition",
        MethodRole.RepeatUntil => "predicate",
        MethodRole.Fallback => "fallback",
        _ => "compensation",
    };
}
