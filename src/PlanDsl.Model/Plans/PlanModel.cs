namespace PlanDsl.Model;

/// <summary>A plan as data: what both front ends, C# and JSON, produce, what the rules judge and what a plan table is
/// computed from. Immutable, equal by value, and free of source positions.</summary>
/// <remarks>A model may be wrong: it holds what its author wrote, and <see cref="PlanRules"/> says what is wrong with it.</remarks>
public sealed record PlanModel
{
    /// <summary>How deep sub-plans may be nested in a plan that does not say.</summary>
    public const int DefaultMaxDepth = 3;

    /// <summary>The plan's id; for a class without <c>[Plan(Id = …)]</c> its full metadata name.</summary>
    public required string Id { get; init; }

    /// <summary>How many steps may run at once; <see langword="null"/> for no bound.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>How long a run may take as a whole; <see langword="null"/> for no bound.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>The timeout of steps that declare none; <see langword="null"/> for no bound.</summary>
    public Duration? DefaultTimeout { get; init; }

    /// <summary>How deep sub-plans may be nested, this plan counted as 1; <see langword="null"/> for
    /// <see cref="DefaultMaxDepth"/>.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>How many steps the plan may have; <see langword="null"/> for no bound.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>The inputs of a run, in the order in which they are first declared.</summary>
    public EquatableArray<InputModel> Inputs { get; init; }

    /// <summary>What its steps wait for.</summary>
    public PlanOrder Order { get; init; }

    /// <summary>Its constants, which steps read as <c>bindings.name</c>.</summary>
    public EquatableArray<ConstantModel> Constants { get; init; }

    /// <summary>The environment variables of its commands, over those of the process that runs it.</summary>
    public EquatableArray<NamedTemplate> Environment { get; init; }

    /// <summary>What people are told of it; <see langword="null"/> where that is nothing beyond its id.</summary>
    public CaptionModel? Caption { get; init; }

    /// <summary>The steps in declaration order. Everywhere else a step is named by its index here.</summary>
    public EquatableArray<StepModel> Steps { get; init; }
}
