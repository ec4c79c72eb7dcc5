namespace PlanDsl;

/// <summary>Bounds on time in messages, in the unit in which their authors think of them.</summary>
internal static class BoundText
{
    public static string Of(TimeSpan bound) => bound switch
    {
        { TotalSeconds: < 1 } => FormattableString.Invariant($"{bound.TotalMilliseconds:0.###} ms"),
        { TotalMinutes: < 2 } => FormattableString.Invariant($"{bound.TotalSeconds:0.###} s"),
        _ => FormattableString.Invariant($"{bound:c}"),
    };
}
