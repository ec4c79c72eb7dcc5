using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Benchmarks;

/// <summary>The least that a generator of plans could do when nothing is there yet: find them, look at what their methods declare, and give the compiler
/// files that somebody has already written. What it costs is the compiler's: symbols that are made twice, and files that are parsed on one processor.</summary>
/// <param name="texts">The files.</param>
internal sealed class FinishedGenerator(ImmutableArray<SourceText> texts) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var plans = context.SyntaxProvider.ForAttributeWithMetadataName(
            "PlanDsl.PlanAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (match, _) => ReferenceGenerator.Read((INamedTypeSymbol)match.TargetSymbol));
        context.RegisterSourceOutput(plans.Collect(), (output, _) =>
        {
            for (var file = 0; file < texts.Length; file++)
                output.AddSource(string.Create(CultureInfo.InvariantCulture, $"File{file}.g.cs"), texts[file]);
        });
    }
}
