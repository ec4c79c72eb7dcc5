using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Reports what is wrong with plans, each finding from the symbol action of the type that declares it: only so do
/// findings appear while one types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlanAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfPlans;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(FindingReports.GeneratedCode);
        context.RegisterCompilationStartAction(static start =>
        {
            if (PlanSymbols.TryCreate(start.Compilation) is not { } symbols)
                return;
            var ids = new PlanIds(symbols);
            start.RegisterSymbolAction(context => Analyze(context, symbols, ids), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, PlanSymbols symbols, PlanIds ids)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        IEnumerable<Finding> findings = PlanIds.IsPlan(type, symbols)
            ? [.. PlanReader.Read(type, symbols, context.CancellationToken).Findings, .. ids.Check(type, context.CancellationToken)]
            : StraySteps.Find(type, symbols);

        CSharpPositions? positions = null;
        context.Report(findings, anchor => (positions ??= new(type, symbols)).Of(anchor));
    }
}
