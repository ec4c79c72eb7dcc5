using Microsoft.CodeAnalysis.Diagnostics;

namespace PlanDsl.Generators;

/// <summary>What the build says of the project in which plan files stand; the package makes these properties visible.</summary>
/// <param name="Directory">Its directory; the empty string where that is not known.</param>
/// <param name="RootNamespace">Its root namespace; the empty string where that is not known.</param>
internal sealed record PlanProject(string Directory, string RootNamespace)
{
    public static PlanProject Of(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        new(ValueOf(options, "build_property.ProjectDir"), ValueOf(options, "build_property.RootNamespace"));

    private static string ValueOf(AnalyzerConfigOptionsProvider options, string property) =>
        options.GlobalOptions.TryGetValue(property, out var value) ? value : "";
}
