namespace PlanDsl.Analyzers;

/// <summary>The categories by which diagnostics are grouped and configured: one for each family of rules.</summary>
internal static class Categories
{
    public const string Declaration = "PlanDsl.Declaration";

    public const string Graph = "PlanDsl.Graph";

    public const string Binding = "PlanDsl.Binding";

    public const string Policy = "PlanDsl.Policy";

    public const string StateMachine = "PlanDsl.StateMachine";

    public const string PlanFile = "PlanDsl.PlanFile";
}
