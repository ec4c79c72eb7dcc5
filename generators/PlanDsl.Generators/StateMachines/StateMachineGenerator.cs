using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Generates the table and the members of each class marked <c>[StateMachine]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StateMachineGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                StateMachineAttributes.StateMachine,
                AttributedTypes.IsCandidate,
                static (match, cancellationToken) => (Location: DeclarationLocation.Of(match), Machine: Read(match, cancellationToken)));

        var machines = declarations
            .Select(static (declaration, _) => declaration.Machine)
            .WhereNotNull(StateMachineSteps.Read)
            .Select(static (machine, _) => JudgedMachine.Of(machine)).WithTrackingName(StateMachineSteps.Judge);

        context.RegisterSourceOutput(
            machines.Where(static machine => machine.CanBeExtended).WithTrackingName(StateMachineSteps.Emit),
            static (output, machine) => output.AddSource(machine.Spec.Type.HintName + ".g.cs", StateMachineEmitter.Emit(machine)));

        SummaryReports.Register(context, declarations.Select(static (declaration, _) => declaration.Location), machines
            .Where(static machine => !machine.IsValid)
            .Select(static (machine, _) => new Summary("State machine", machine.Spec.FullName, machine.Spec.Type.HintName, machine.Errors)));
    }

    private static StateMachineSpec? Read(GeneratorAttributeSyntaxContext match, CancellationToken cancellationToken) =>
        AttributedTypes.IsFirst(match) ? StateMachineReader.Read((INamedTypeSymbol)match.TargetSymbol, cancellationToken) : null;
}
