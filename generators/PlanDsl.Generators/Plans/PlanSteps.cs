namespace PlanDsl.Generators;

/// <summary>The names of the tracked steps of <see cref="PlanGenerator"/>.</summary>
internal static class PlanSteps
{
    /// <summary>A class has been read as a plan.</summary>
    public const string Read = "Plan.Read";

    /// <summary>What could clash with another plan.</summary>
    public const string Identify = "Plan.Identify";

    /// <summary>The classes of plan files that their authors have declared.</summary>
    public const string FindAuthored = "Plan.FindAuthored";

    /// <summary>The plans whose id or class another has.</summary>
    public const string FindClashes = "Plan.FindClashes";

    /// <summary>A plan, and whether it can run.</summary>
    public const string Judge = "Plan.Judge";

    /// <summary>The same of a plan that was made of a plan file.</summary>
    public const string JudgeFile = "Plan.JudgeFile";

    /// <summary>A plan for which source is emitted.</summary>
    public const string Emit = "Plan.Emit";
}
