namespace PlanDsl.Compiler;

/// <summary>The metadata names of the runtime's attributes.</summary>
public static class PlanTypeNames
{
    /// <summary><c>[Plan]</c>.</summary>
    public const string PlanAttribute = "PlanDsl.PlanAttribute";

    /// <summary><c>[Step]</c>.</summary>
    public const string StepAttribute = "PlanDsl.StepAttribute";

    /// <summary><c>[Input]</c>.</summary>
    public const string InputAttribute = "PlanDsl.InputAttribute";

    /// <summary><c>[From]</c>.</summary>
    public const string FromAttribute = "PlanDsl.FromAttribute";
}
