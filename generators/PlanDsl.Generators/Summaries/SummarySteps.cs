namespace PlanDsl.Generators;

/// <summary>The names of the tracked steps of <see cref="SummaryReports"/>.</summary>
internal static class SummarySteps
{
    /// <summary>Whether analyzers run in this build.</summary>
    public const string ReadSwitches = "Summary.ReadSwitches";

    /// <summary>Where plans or state machines are declared.</summary>
    public const string Locate = "Summary.Locate";

    /// <summary>What is reported because analyzers do not.</summary>
    public const string Summarize = "Summary.Summarize";
}
