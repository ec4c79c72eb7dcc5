using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A state machine class as a value: the model that the rules judge, and what the emitter needs beside it. No
/// symbol, node or position, so that two readings of the same declarations are equal.</summary>
public sealed record StateMachineSpec
{
    /// <summary>The full metadata name of the class.</summary>
    public required string FullName { get; init; }

    /// <summary>The machine; <see langword="null"/> where it cannot be told which enums its states and triggers are.</summary>
    public StateMachineModel? Model { get; init; }

    /// <summary>The class that carries the attributes.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>The enum of the states, its members by the index of the model's states.</summary>
    public EnumSpec? States { get; init; }

    /// <summary>The enum of the triggers, its members by the index of the model's triggers.</summary>
    public EnumSpec? Triggers { get; init; }

    /// <summary>The accessibility keywords of the generated members: the least of the two enums'.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>Whether the class can be re-opened to hold generated members, well or stubbed.</summary>
    public bool CanBeExtended { get; init; }

    /// <summary>Everything that is wrong with it: what the reader found, then what the rules found.</summary>
    public required EquatableArray<Finding> Findings { get; init; }
}
