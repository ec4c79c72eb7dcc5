using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What the attributes of a state machine class say, argument by argument. Lives as long as one reading: it holds symbols.</summary>
internal sealed class StateMachineDeclaration
{
    private StateMachineDeclaration(ImmutableArray<AttributeData> transitions, DeclaredConstant? initial, ImmutableArray<DeclaredConstant> terminal)
    {
        Initial = initial;
        Terminal = terminal;
        Transitions = [.. transitions.Select(static (attribute, index) => DeclaredTransition.Read(attribute, index))];
        StateType = CommonEnum(StateArguments, null);
        TriggerType = CommonEnum(TriggerArguments, StateType);
    }

    /// <summary>The initial state, if one is written.</summary>
    public DeclaredConstant? Initial { get; }

    /// <summary>The terminal states.</summary>
    public ImmutableArray<DeclaredConstant> Terminal { get; }

    /// <summary>The transitions; <see langword="null"/> for one whose attribute does not compile.</summary>
    public ImmutableArray<DeclaredTransition?> Transitions { get; }

    /// <summary>The enum of the states: the one that most arguments name, so that one slip of the pen is one finding.</summary>
    public INamedTypeSymbol? StateType { get; }

    /// <summary>The enum of the triggers, chosen likewise; of two that are named equally often, the one that is not that of the states.</summary>
    public INamedTypeSymbol? TriggerType { get; }

    /// <summary>Every argument that should name a state, transitions first.</summary>
    public IEnumerable<DeclaredConstant> StateArguments
    {
        get
        {
            foreach (var transition in Transitions.OfType<DeclaredTransition>())
            {
                yield return transition.From;
                yield return transition.To;
            }

            foreach (var state in Terminal)
                yield return state;
            if (Initial is { } initial)
                yield return initial;
        }
    }

    /// <summary>Every argument that should name a trigger.</summary>
    public IEnumerable<DeclaredConstant> TriggerArguments =>
        Transitions.OfType<DeclaredTransition>().Select(static transition => transition.Trigger);

    /// <summary>What the attributes of <paramref name="type"/> say.</summary>
    public static StateMachineDeclaration Of(INamedTypeSymbol type)
    {
        DeclaredConstant? initial = null;
        ImmutableArray<DeclaredConstant> terminal = [];
        foreach (var argument in StateMachineAttributes.StateMachineOf(type)?.NamedArguments ?? [])
        {
            if (argument.Key == "Initial")
                initial = new(Anchor.Plan.At(PropertyNames.Initial), argument.Value);
            else if (argument is { Key: "Terminal", Value: { Kind: TypedConstantKind.Array, IsNull: false } list })
                terminal = [.. list.Values.Select(static (value, index) => new DeclaredConstant(Anchor.Plan.At(PropertyNames.Terminal, index), value))];
        }

        return new([.. StateMachineAttributes.TransitionsOf(type)], initial, terminal);
    }

    private static INamedTypeSymbol? CommonEnum(IEnumerable<DeclaredConstant> arguments, INamedTypeSymbol? last) =>
        arguments.Select(static argument => argument.Enum)
            .OfType<INamedTypeSymbol>()
            .GroupBy(static type => type, SymbolEqualityComparer.Default)
            .OrderByDescending(static mentions => mentions.Count())
            .ThenBy(mentions => SymbolEqualityComparer.Default.Equals(mentions.Key, last))
            .FirstOrDefault()?.First();
}
