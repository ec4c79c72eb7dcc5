namespace PlanDsl.Model;

/// <summary>What people are told of a plan or of a step. Nothing else depends on it.</summary>
public sealed record CaptionModel
{
    /// <summary>A title; <see langword="null"/> for none.</summary>
    public string? Title { get; init; }

    /// <summary>What it is for; <see langword="null"/> where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Words to find it by.</summary>
    public EquatableArray<string> Tags { get; init; }
}
