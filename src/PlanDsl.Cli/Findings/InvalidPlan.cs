using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A plan that something was to be done with, and that is not sound.</summary>
internal static class InvalidPlan
{
    /// <summary>Says what is wrong with a file.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(CheckedFile file, ToolConsole console) => Refuse(file.Findings, console);

    /// <summary>Says why a plan did not start.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(InvalidPlanException invalid, ToolConsole console) => Refuse(invalid.LocatedFindings, console);

    private static int Refuse(IEnumerable<PlanFileFinding> findings, ToolConsole console)
    {
        foreach (var finding in findings.Where(static finding => finding.Finding.Severity is not FindingSeverity.Hidden))
            console.Error.WriteLine(finding.ToString());
        return ExitCodes.Unusable;
    }
}
