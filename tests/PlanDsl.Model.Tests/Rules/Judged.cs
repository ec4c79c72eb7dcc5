namespace PlanDsl.Model.Tests;

/// <summary>What the rules say of a plan, a line for each finding: id, place and message.</summary>
internal static class Judged
{
    public static string[] Lines(params StepModel[] steps) => Lines(A.Plan(steps));

    public static string[] Lines(PlanModel plan, params TypePair[] mismatches) =>
        [.. Findings(plan, mismatches).Select(finding => $"{finding.Id} at {Place(finding.Anchor)}: {finding.Message}")];

    /// <summary>The ids alone, for plans whose point is what is not said.</summary>
    public static string[] Ids(params StepModel[] steps) => [.. Findings(A.Plan(steps)).Select(finding => finding.Id)];

    public static EquatableArray<Finding> Findings(PlanModel plan, params TypePair[] mismatches) =>
        PlanRules.Check(plan, new TypeFacts(mismatches.ToEquatableArray()), Wording.PlanModel);

    /// <summary>The only finding.</summary>
    public static Finding Single(params StepModel[] steps) => Assert.Single(Findings(A.Plan(steps)));

    public static string Place(Anchor anchor)
    {
        var place = anchor.Kind switch
        {
            AnchorKind.Plan => "plan",
            AnchorKind.Step => $"step {anchor.Index}",
            AnchorKind.Parameter when anchor.Role is MethodRole.Body => $"step {anchor.Index} parameter {anchor.Parameter}",
            AnchorKind.Parameter => $"step {anchor.Index} {anchor.Role} parameter {anchor.Parameter}",
            _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor.Kind, "No part of a plan."),
        };
        if (anchor.Property is { } property)
            place += "." + property;
        return anchor.Item >= 0 ? $"{place}[{anchor.Item}]" : place;
    }
}
