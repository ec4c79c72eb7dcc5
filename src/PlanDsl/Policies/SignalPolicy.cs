namespace PlanDsl;

/// <summary>The signal that a step waits for. Immutable.</summary>
/// <param name="Name">The name of the signal.</param>
/// <param name="ValueType">The type of what it brings; <see langword="null"/> if nothing.</param>
public sealed record SignalPolicy(string Name, Type? ValueType)
{
    /// <summary>Whether it may bring nothing or any JSON value, as in a plan file.</summary>
    public bool TakesAnything { get; init; }
}
