using System.Reflection;

namespace PlanDsl.Cli;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>The version as packages have it, such as <c>1.2.0-beta.1</c>.</summary>
    public static string Text { get; } = Of(typeof(ToolVersion).Assembly);

    // What follows a plus names the commit that it was built from.
    private static string Of(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
