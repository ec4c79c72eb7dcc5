namespace PlanDsl.Model;

/// <summary>A value that a run is given when it starts.</summary>
/// <param name="Name">The input's name, snake_case.</param>
/// <param name="Type">The type of its value.</param>
public sealed record InputModel(string Name, TypeRef Type)
{
    /// <summary>What a plan file says its value is; <see langword="null"/> for any value, and where <see cref="Type"/> says it.</summary>
    public InputType? JsonType { get; init; }

    /// <summary>The value of a run that is given none, as JSON; <see langword="null"/> where it has to be given.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the value is kept out of events, logs, traces and errors.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What the value is for; <see langword="null"/> where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The environment variable that it is read from where a run is given no value; <see langword="null"/> for none.</summary>
    public string? FromEnvironment { get; init; }
}
