namespace PlanDsl.Cli;

/// <summary>A plan that something was to be done with, and that is not sound.</summary>
internal static class InvalidPlan
{
    /// <summary>Says what is wrong with it.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(CheckedFile file, ToolConsole console)
    {
        foreach (var finding in file.Findings)
            console.Error.WriteLine(finding.ToString());
        return ExitCodes.Unusable;
    }
}
