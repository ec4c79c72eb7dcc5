namespace PlanDsl.Model;

/// <summary>Adds findings of which there may be so many that the last are only counted, and need no words then.</summary>
internal static class CountedFindings
{
    /// <summary>Adds a finding that is as serious as its rule is by default. What it says may hold a whole condition, so it is made only where it is kept.</summary>
    /// <param name="findings">What has been found.</param>
    /// <param name="id">The rule.</param>
    /// <param name="anchor">The part of the plan that it is about.</param>
    /// <param name="say">Makes what fills the placeholders of the rule's message.</param>
    /// <param name="suggestion">The name that was probably meant; <see langword="null"/> if none is near.</param>
    public static void Add(this ICollection<Finding> findings, string id, Anchor anchor, Func<EquatableArray<string>> say, string? suggestion = null) =>
        findings.Add(new(id, anchor, findings is BoundedFindings bounded && !bounded.Keeps(id) ? [] : say()) { Suggestion = suggestion });
}
