using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A plan class as a value: the model that the rules judge, and what the emitter needs beside it. No symbol, node
/// or position, so that two readings of the same declarations are equal.</summary>
public sealed record PlanSpec
{
    /// <summary>The plan.</summary>
    public required PlanModel Model { get; init; }

    /// <summary>The class that carries the attribute.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>How each step of the model is called, by the same index.</summary>
    public required EquatableArray<StepSpec> Steps { get; init; }

    /// <summary>The parameters of <c>RunAsync</c>, by the index of the model's inputs.</summary>
    public required EquatableArray<InputSpec> Inputs { get; init; }

    /// <summary>Everything that is wrong with it: what the front end found, then what the rules found.</summary>
    public required EquatableArray<Finding> Findings { get; init; }
}
