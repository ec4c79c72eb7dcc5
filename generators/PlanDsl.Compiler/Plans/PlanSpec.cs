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

    /// <summary>What a plan file says, as methods that generated code calls; empty for a plan that is written in C#.</summary>
    public EquatableArray<LoweredMethod> LoweredMethods { get; init; }

    /// <summary>The static fields that those methods share, as they are declared, such as the expressions of the file.</summary>
    public EquatableArray<string> LoweredFields { get; init; }

    /// <summary>Whether the class is declared by generated code, because a plan file alone is the plan.</summary>
    public bool DeclaresClass { get; init; }

    /// <summary>The name of the plan file; the empty string for a plan that is written in C#.</summary>
    public string PlanFile { get; init; } = "";

    /// <summary>For a plan file, the ids of the plans whose classes its generated code names because it runs them.</summary>
    public EquatableArray<string> Runs { get; init; }

    /// <summary>Whether anybody can make an instance with a constructor without parameters.</summary>
    public bool IsConstructible { get; init; } = true;

    /// <summary>The parameters of <c>RunAsync</c>, by the index of the model's inputs.</summary>
    public required EquatableArray<InputSpec> Inputs { get; init; }

    /// <summary>The accessibility keywords of <c>Results</c> and <c>Definition</c>: at most those of the plan.</summary>
    public string MemberAccessibility { get; init; } = "public";

    /// <summary>The accessibility keywords of the methods that take the inputs: the least of the plan and their types.</summary>
    public string EntryAccessibility { get; init; } = "public";

    /// <summary>The names of generated members that the author's own members have, so that these are not generated.</summary>
    public EquatableArray<string> TakenNames { get; init; }

    /// <summary>The steps whose signature names a type, or an attribute a name, that does not exist when generators run. C# reports it, unless another
    /// generator makes the type; either way no code can be generated from it.</summary>
    public EquatableArray<int> UnresolvedSteps { get; init; }

    /// <summary>Whether the plan can run: no finding makes it invalid, and every type is known.</summary>
    public bool IsValid => UnresolvedSteps.IsEmpty && !Findings.Any(static finding => finding.Severity is FindingSeverity.Error);

    /// <summary>Everything that is wrong with it: what the front end found, then what the rules found.</summary>
    public required EquatableArray<Finding> Findings { get; init; }
}
