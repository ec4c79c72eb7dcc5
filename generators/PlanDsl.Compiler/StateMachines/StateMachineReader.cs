using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads a class marked <c>[StateMachine]</c>, for the generator and for the analyzers.</summary>
public static class StateMachineReader
{
    /// <summary>Reads <paramref name="type"/> and judges it.</summary>
    /// <param name="type">A class marked <c>[StateMachine]</c>.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static StateMachineSpec Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var declaration = StateMachineDeclaration.Of(type);
        var clashes = StateMachineShape.Check(type, declaration, findings);
        var reopened = TypeSpecReader.Read(type);
        var spec = new StateMachineSpec { FullName = TypeSpecReader.MetadataName(type), Type = reopened, CanBeExtended = reopened.CanReopen && !clashes, Findings = [] };
        cancellationToken.ThrowIfCancellationRequested();

        if (declaration is { StateType: { } stateType, TriggerType: { } triggerType })
        {
            var states = EnumReader.Read(stateType);
            var triggers = EnumReader.Read(triggerType);
            var model = Model(spec.FullName, declaration, new(stateType, states, type, "state", findings), new(triggerType, triggers, type, "trigger", findings));
            findings.AddRange(StateMachineRules.Check(model));
            spec = spec with
            {
                Model = model,
                States = states,
                Triggers = triggers,
                Accessibility = Accessibilities.Keywords(Accessibilities.OfMember(type, [stateType, triggerType])),
            };
        }
        else
        {
            ReportNoEnum(type, declaration, findings);
        }

        return spec with { Findings = findings.ToEquatableArray() };
    }

    private static StateMachineModel Model(string name, StateMachineDeclaration declaration, ConstantResolver states, ConstantResolver triggers)
    {
        var transitions = declaration.Transitions
            .Select(transition => transition is null
                ? new TransitionModel(-1, -1, -1)
                : new TransitionModel(states.Require(transition.From), triggers.Require(transition.Trigger), states.Require(transition.To)))
            .ToEquatableArray();
        var terminal = declaration.Terminal.Select(states.Require).ToArray();
        var initial = declaration.Initial is { } declared ? states.Find(declared) : -1;

        return new()
        {
            Name = name,
            StateType = states.TypeName,
            TriggerType = triggers.TypeName,
            States = states.Names,
            Triggers = triggers.Names,
            Transitions = transitions,
            Initial = initial >= 0 ? initial : null,
            DeclaredInitial = declaration.Initial is { IsError: false } written ? written.Text : null,
            Terminal = terminal.Where(static state => state >= 0).ToEquatableArray(),
            IsComplete = transitions.All(static transition => transition.IsWhole)
                && terminal.All(static state => state >= 0)
                && declaration.Initial is not { IsError: true },
        };
    }

    private static void ReportNoEnum(INamedTypeSymbol type, StateMachineDeclaration declaration, List<Finding> findings)
    {
        if (declaration.Transitions.IsEmpty)
        {
            findings.Add(new(RuleIds.UnsupportedShape, Anchor.Plan, [type.Name, "state machine", "it has no transitions; add at least one [Transition]"]));
            return;
        }

        if (declaration.StateType is null)
            Report("state", declaration.StateArguments);
        if (declaration.TriggerType is null)
            Report("trigger", declaration.TriggerArguments);

        void Report(string role, IEnumerable<DeclaredConstant> arguments)
        {
            foreach (var argument in arguments.Where(static argument => !argument.IsError).Take(1))
                findings.Add(new(RuleIds.UnsupportedShape, argument.Anchor, [argument.Text, $"{role} of '{type.Name}'", $"write a member of an enum of {role}s"]));
        }
    }
}
