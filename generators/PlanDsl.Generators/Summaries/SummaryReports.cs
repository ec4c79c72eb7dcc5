using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>PLAN0010: where analyzers are switched off, one error for each invalid plan or state machine, so that none slips through.</summary>
internal static class SummaryReports
{
    private static readonly DiagnosticDescriptor PlanIsInvalid = new(
        RuleIds.PlanIsInvalid, RuleTitles.PlanIsInvalid, RuleMessages.PlanIsInvalid, "PlanDsl.Declaration", DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.PlanIsInvalid).HelpLink,
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    /// <summary>Reports what is invalid among the types of a kind.</summary>
    /// <param name="context">The generator's context.</param>
    /// <param name="declarations">Where they are declared.</param>
    /// <param name="invalid">A summary of each of them that has an error.</param>
    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DeclarationLocation?> declarations, params IncrementalValuesProvider<Summary>[] invalid)
    {
        var areAnalyzersOff = context.AnalyzerConfigOptionsProvider
            .Select(AnalyzerSwitches.AreOff).WithTrackingName(SummarySteps.ReadSwitches);

        var locations = declarations.WhereNotNull(SummarySteps.Locate).Collect();

        foreach (var some in invalid)
        {
            var summaries = some
                .Combine(areAnalyzersOff)
                .Where(static pair => pair.Right)
                .Select(static (pair, _) => pair.Left).WithTrackingName(SummarySteps.Summarize);

            context.RegisterSourceOutput(summaries.Combine(locations), static (output, pair) => output.ReportDiagnostic(Report(pair.Left, pair.Right)));
        }
    }

    private static Diagnostic Report(Summary invalid, ImmutableArray<DeclarationLocation> locations)
    {
        var location = invalid.File.Length > 0 ? Location.Create(invalid.File, default, default)
            : locations.FirstOrDefault(location => location.HintName == invalid.HintName)?.ToLocation();
        return Diagnostic.Create(PlanIsInvalid, location ?? Location.None, invalid.Kind, invalid.Name, string.Join(", ", invalid.Errors));
    }
}
