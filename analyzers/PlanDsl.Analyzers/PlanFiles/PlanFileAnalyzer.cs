using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Reports what is wrong with the plan files of a project, each finding from the action of the file in which it stands:
/// only so do findings appear while one types there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlanFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfPlanFiles;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(FindingReports.GeneratedCode);
        context.RegisterCompilationStartAction(static start =>
        {
            var files = new PlanFileTexts(start);
            start.RegisterAdditionalFileAction(context => Analyze(context, files));
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, PlanFileTexts files)
    {
        if (files.Read(context.AdditionalFile) is not { } read)
            return;
        foreach (var finding in read.File.Check())
            context.ReportDiagnostic(FindingReports.ToDiagnostic(finding, read.LocationOf));
    }
}
