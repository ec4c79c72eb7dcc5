using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Generates the table and the members of each class marked <c>[StateMachine]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StateMachineGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var machines = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                StateMachineAttributes.StateMachine,
                static (node, _) => node is ClassDeclarationSyntax,
                static (match, cancellationToken) => IsFirstDeclaration(match)
                    ? StateMachineReader.Read((INamedTypeSymbol)match.TargetSymbol, cancellationToken)
                    : null)
            .WithTrackingName(StateMachineSteps.Read)
            .Where(static machine => machine is { CanBeExtended: true, Model: not null })
            .WithTrackingName(StateMachineSteps.Extend);

        context.RegisterSourceOutput(machines, static (output, machine) =>
            output.AddSource(machine!.Type.HintName + ".g.cs", StateMachineEmitter.Emit(machine)));
    }

    // A second [StateMachine] on another part is the compiler's CS0579; a second file of the same name would lose them all.
    private static bool IsFirstDeclaration(GeneratorAttributeSyntaxContext match)
    {
        var first = StateMachineAttributes.StateMachineOf((INamedTypeSymbol)match.TargetSymbol)?.ApplicationSyntaxReference;
        return first?.SyntaxTree == match.TargetNode.SyntaxTree && match.TargetNode.Span.Contains(first.Span);
    }
}
