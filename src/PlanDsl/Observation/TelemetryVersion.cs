using System.Reflection;

namespace PlanDsl;

/// <summary>The version that the instruments carry: that of the package, without the commit.</summary>
internal static class TelemetryVersion
{
    public static string? Text { get; } = typeof(TelemetryVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
