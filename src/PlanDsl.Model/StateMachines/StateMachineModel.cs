namespace PlanDsl.Model;

/// <summary>A finite state machine as data: what the front end reads, what <see cref="StateMachineRules"/> judge and what a
/// transition table is computed from. Immutable, equal by value, and free of source positions.</summary>
/// <remarks>A model may be wrong: it holds what its author wrote, and the rules say what is wrong with it.</remarks>
public sealed record StateMachineModel
{
    /// <summary>The full metadata name of the class that declares the machine.</summary>
    public required string Name { get; init; }

    /// <summary>What the set of states is called: the name of their enum.</summary>
    public required string StateType { get; init; }

    /// <summary>What the set of triggers is called: the name of their enum.</summary>
    public required string TriggerType { get; init; }

    /// <summary>The names of the states, in the order of their values; two names of one value are one state. Everywhere
    /// else a state is named by its index here.</summary>
    public EquatableArray<string> States { get; init; }

    /// <summary>The names of the triggers, in the order of their values; two names of one value are one trigger. Everywhere
    /// else a trigger is named by its index here.</summary>
    public EquatableArray<string> Triggers { get; init; }

    /// <summary>The transitions in declaration order.</summary>
    public EquatableArray<TransitionModel> Transitions { get; init; }

    /// <summary>The state in which the machine starts; <see langword="null"/> where none is declared, or what is declared
    /// is no state.</summary>
    public int? Initial { get; init; }

    /// <summary>What the author wrote as the initial state, to be shown; <see langword="null"/> where nothing is written.</summary>
    public string? DeclaredInitial { get; init; }

    /// <summary>The states in which the machine may end, in declaration order.</summary>
    public EquatableArray<int> Terminal { get; init; }

    /// <summary>Whether all that was declared could be read. Where something could not, its front end has said so, and no
    /// rule complains that something else is missing.</summary>
    public bool IsComplete { get; init; } = true;
}
