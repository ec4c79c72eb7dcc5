namespace PlanDsl;

/// <summary>The chain of dependent steps that took longest; see <see cref="PlanEventExtensions.CriticalPath"/>.</summary>
/// <param name="Duration">The time that its steps took together, without the time in which they stood in line.</param>
/// <param name="Steps">Its steps by id, in the order in which they ran.</param>
public sealed record RunCriticalPath(TimeSpan Duration, IReadOnlyList<string> Steps)
{
    /// <summary>The path in a line, such as <c>fetch → render in 00:00:07</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{string.Join(" → ", Steps)} in {Duration:c}");
}
