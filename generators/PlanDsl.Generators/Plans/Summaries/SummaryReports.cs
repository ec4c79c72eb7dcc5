using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>PLAN0010: where analyzers are switched off, one error for each invalid plan, so that none slips through.</summary>
internal static class SummaryReports
{
    private static readonly DiagnosticDescriptor PlanIsInvalid = new(
        RuleIds.PlanIsInvalid, RuleTitles.PlanIsInvalid, RuleMessages.PlanIsInvalid, "PlanDsl.Declaration", DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: "https://github.com/plandsl/plandsl/blob/main/docs/rules/PLAN0010.md",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<JudgedPlan> plans)
    {
        var areAnalyzersOff = context.AnalyzerConfigOptionsProvider
            .Select(AnalyzerSwitches.AreOff).WithTrackingName(PlanSteps.ReadSwitches);

        var locations = context.SyntaxProvider
            .ForAttributeWithMetadataName(PlanTypeNames.PlanAttribute, PlanDeclarations.IsCandidate, PlanLocation.Of)
            .WhereNotNull(PlanSteps.Locate)
            .Collect();

        var summaries = plans
            .Where(static plan => !plan.IsValid)
            .Select(static (plan, _) => PlanSummary.Of(plan))
            .Combine(areAnalyzersOff)
            .Where(static pair => pair.Right)
            .Select(static (pair, _) => pair.Left).WithTrackingName(PlanSteps.Summarize);

        context.RegisterSourceOutput(summaries.Combine(locations), static (output, pair) =>
            output.ReportDiagnostic(Diagnostic.Create(
                PlanIsInvalid, LocationOf(pair.Left, pair.Right), pair.Left.Id, string.Join(", ", pair.Left.Errors))));
    }

    private static Location LocationOf(PlanSummary plan, ImmutableArray<PlanLocation> locations) =>
        locations.FirstOrDefault(location => location.HintName == plan.HintName)?.ToLocation() ?? Location.None;
}
