namespace PlanDsl.Model;

/// <summary>What plan files call the kinds of step.</summary>
internal static class StepKindNames
{
    public static string Of(StepKinds kind) => kind.ToString().ToLowerInvariant();
}
