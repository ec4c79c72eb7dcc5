using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Reports what is wrong with the plan files of a project and with the classes that name them: each finding from the action of the
/// file in which it stands, or from that of the class. Only so do findings appear while one types there.</summary>
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
            var symbols = PlanSymbols.TryCreate(start.Compilation);
            var texts = new PlanFileTexts(start.Options, file => start.TryGetValue(file, PlanFileText.Known, out var text) ? text : null);
            var plans = new FilePlans(texts, symbols);
            start.RegisterAdditionalFileAction(context => AnalyzeFile(context, plans));
            if (symbols is not null)
                start.RegisterSymbolAction(context => AnalyzeClass(context, plans, symbols), SymbolKind.NamedType);
        });
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, FilePlans plans)
    {
        if (plans.Texts.Find(context.AdditionalFile.Path) is not { } text)
            return;
        foreach (var finding in plans.FindingsIn(text, context.CancellationToken))
            context.ReportDiagnostic(FindingReports.ToDiagnostic(finding, text.LocationOf));
    }

    private static void AnalyzeClass(SymbolAnalysisContext context, FilePlans plans, PlanSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FileClass.ReferenceOf(type, symbols) is not { } reference)
            return;
        FileClassPositions? positions = null;
        context.Report(plans.FindingsIn(type, reference, context.CancellationToken), anchor => (positions ??= new(type, symbols)).Of(anchor));
    }
}
