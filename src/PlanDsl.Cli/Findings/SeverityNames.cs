using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>The severities of findings as compilers write them, and as SARIF does.</summary>
internal static class SeverityNames
{
    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Info => "info",
        _ => "hidden",
    };

    public static string SarifLevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Info => "note",
        _ => "none",
    };
}
