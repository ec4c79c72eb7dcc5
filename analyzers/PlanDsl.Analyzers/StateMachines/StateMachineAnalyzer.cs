using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Compiler;

namespace PlanDsl.Analyzers;

/// <summary>Reports what is wrong with state machines, each finding from the symbol action of the class that declares it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateMachineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfStateMachines;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(FindingReports.GeneratedCode);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(StateMachineAttributes.StateMachine) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (StateMachineAttributes.StateMachineOf(type) is null)
            return;

        var positions = new StateMachinePositions(type, context.CancellationToken);
        context.Report(StateMachineReader.Read(type, context.CancellationToken).Findings, positions.Of);
    }
}
