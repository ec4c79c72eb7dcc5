namespace PlanDsl.Compiler;

/// <summary>The metadata names of the runtime's types that plans are made of.</summary>
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

    /// <summary><c>[Each]</c>.</summary>
    public const string EachAttribute = "PlanDsl.EachAttribute";

    /// <summary><c>[Previous]</c>.</summary>
    public const string PreviousAttribute = "PlanDsl.PreviousAttribute";

    /// <summary><c>[ParallelGroup]</c>.</summary>
    public const string ParallelGroupAttribute = "PlanDsl.ParallelGroupAttribute";

    /// <summary><c>[Signal]</c>.</summary>
    public const string SignalAttribute = "PlanDsl.SignalAttribute";

    /// <summary>What a step's body may take to know of its attempt.</summary>
    public const string StepContext = "PlanDsl.StepContext";

    /// <summary>How a run is to be made.</summary>
    public const string PlanOptions = "PlanDsl.PlanOptions";

    /// <summary><c>[FromServices]</c>.</summary>
    public const string FromServicesAttribute = "PlanDsl.FromServicesAttribute";

    /// <summary>What a step's body may take to know how another step has ended.</summary>
    public const string StepOutcomeOfT = "PlanDsl.StepOutcome`1";
}
