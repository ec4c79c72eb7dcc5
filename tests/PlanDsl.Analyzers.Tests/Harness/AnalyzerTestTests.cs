using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PlanDsl.Testing.Internal;
using Xunit.Sdk;

namespace PlanDsl.Analyzers.Tests;

public sealed class AnalyzerTestTests
{
    private static readonly AnalyzerTest Test = new() { Analyzers = [new LowerCaseAnalyzer()], DefaultId = "T1" };

    [Fact]
    public async Task Accepts_exactly_what_is_marked_in_several_files()
    {
        var diagnostics = await Test.RunAsync("class [|a|] { class {|T1:b|}; }", "class C; class [|d|];");

        Assert.Equal(["a", "b", "d"], diagnostics.Select(diagnostic => diagnostic.GetMessage(null)));
    }

    [Fact]
    public async Task Shows_what_was_reported_in_its_place_where_a_mark_is_missing()
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => Test.RunAsync("class a;\nclass [|B|];"));

        Assert.Contains("missing:    T1 at /src/Test0.cs(2,7) on 'B'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("unexpected: T1 at /src/Test0.cs(1,7) on 'a' a", failure.Message, StringComparison.Ordinal);
        Assert.Contains("class {|T1:a|};\nclass B;", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_compiler_has_to_be_marked()
    {
        await Test.RunAsync("class B : {|CS0246:Missing|};");
        await Assert.ThrowsAsync<FailException>(() => Test.RunAsync("class B : Missing;"));
    }

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // Analyzes nothing but these tests.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class LowerCaseAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("T1", "Title", "{0}", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }

        private static void Analyze(SymbolAnalysisContext context)
        {
            if (char.IsLower(context.Symbol.Name[0]))
                context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }
}
