using System.ComponentModel;

namespace PlanDsl;

/// <summary>What a step goes through or runs, unless it is null: then the step fails and says so. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StepGuard
{
    /// <summary>The collection of a fan-out.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The collection.</param>
    /// <param name="step">The id of the step.</param>
    /// <param name="source">The key of the result or input that it is.</param>
    /// <exception cref="InvalidOperationException">It is null.</exception>
    public static T Source<T>(T? value, string step, string source) =>
        value ?? throw new InvalidOperationException($"Source '{source}' of step '{step}' is null instead of a collection.");

    /// <summary>The plan that a step runs.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The plan.</param>
    /// <param name="step">The id of the step.</param>
    /// <param name="member">The name of what holds it.</param>
    /// <exception cref="InvalidOperationException">It is null.</exception>
    public static T Plan<T>(T? value, string step, string member) =>
        value ?? throw new InvalidOperationException($"Member '{member}' is null instead of the plan that step '{step}' runs.");
}
