using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>Reports what is wrong with plans that are written in C#, each finding from the symbol action of the type that declares it: only
/// so do findings appear while one types. Of classes that name a plan file tells <see cref="PlanFileAnalyzer"/>.</summary>
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
            start.RegisterSyntaxNodeAction(context => AnalyzeLocalFunction(context, symbols), SyntaxKind.LocalFunctionStatement);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, PlanSymbols symbols, PlanIds ids)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FileClass.ReferenceOf(type, symbols) is not null)
            return;
        var isPlan = DeclaredPlans.AttributeOf(type, symbols) is not null;
        IEnumerable<Finding> findings = isPlan
            ? [.. PlanReader.Read(type, symbols, context.CancellationToken).Findings, .. ids.Check(type, context.CancellationToken)]
            : StraySteps.Find(type, symbols);

        CSharpPositions? positions = null;
        context.Report(findings, anchor => (positions ??= new(type, symbols)).Of(anchor));
        if (!isPlan)
            return;
        foreach (var (finding, location) in StrayMarks.Find(type, symbols))
            context.ReportDiagnostic(FindingReports.ToDiagnostic(finding, location));
    }

    // It is no member of its type, so the symbol's action does not see it.
    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context, PlanSymbols symbols)
    {
        var declaration = (LocalFunctionStatementSyntax)context.Node;
        if (declaration.AttributeLists.Count == 0 && !declaration.ParameterList.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0))
            return;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } function)
            return;
        foreach (var (finding, location) in StrayMarks.FindIn(function, symbols))
            context.ReportDiagnostic(FindingReports.ToDiagnostic(finding, location));
    }
}
