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
            var texts = new PlanFileTexts(start.Options, file => start.TryGetValue(file, PlanFileText.Known, out var text) ? text : null);
            var (ids, files) = (new PlanIds(symbols), new FilePlans(texts, symbols));
            start.RegisterSymbolAction(context => Analyze(context, symbols, ids, files), SymbolKind.NamedType);
            start.RegisterSemanticModelAction(context => AnalyzeLocalFunctions(context, symbols));
        });
    }

    private static void Analyze(SymbolAnalysisContext context, PlanSymbols symbols, PlanIds ids, FilePlans files)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FileClass.ReferenceOf(type, symbols) is not null)
            return;
        var isPlan = DeclaredPlans.AttributeOf(type, symbols) is not null;
        IEnumerable<Finding> findings = isPlan
            ? [.. files.FindingsIn(PlanReader.Read(type, symbols, context.CancellationToken), context.CancellationToken), .. ids.Check(type, context.CancellationToken)]
            : StraySteps.Find(type, symbols);

        CSharpPositions? positions = null;
        context.Report(findings, anchor => (positions ??= new(type, symbols)).Of(anchor));
        if (!isPlan)
            return;
        foreach (var (finding, location) in StrayMarks.Find(type, symbols))
            context.ReportDiagnostic(FindingReports.ToDiagnostic(finding, location));
    }

    // They are no members of their type, so the symbol's action does not see them. A whole file at a time: for an action that is called with
    // nodes, the compiler looks for these anew in each member of a type, and that is a walk over the type itself for each accessor.
    private static void AnalyzeLocalFunctions(SemanticModelAnalysisContext context, PlanSymbols symbols)
    {
        if (context.IsGeneratedCode)
            return;
        foreach (var node in context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes())
        {
            if (node is not LocalFunctionStatementSyntax declaration || !MayBeMarked(declaration)
                || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } function)
                continue;
            foreach (var (finding, location) in StrayMarks.FindIn(function, symbols))
                context.ReportDiagnostic(FindingReports.ToDiagnostic(finding, location));
        }
    }

    private static bool MayBeMarked(LocalFunctionStatementSyntax function) =>
        function.AttributeLists.Count > 0 || function.ParameterList.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0);
}
