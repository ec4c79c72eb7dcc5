using System.ComponentModel;
using System.Text.Json;

namespace PlanDsl;

/// <summary>The ends of steps as a compiled plan file sees them: <c>steps.fetch.status</c> and <c>steps.fetch.error</c>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutcomeValues
{
    /// <summary>The status in snake_case.</summary>
    /// <typeparam name="T">The type of the step's result.</typeparam>
    /// <param name="outcome">The step.</param>
    public static string StatusOf<T>(StepOutcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return FailureText.Of(outcome.Status);
    }

    /// <summary>An object of <c>kind</c> and <c>message</c>; null where nothing failed.</summary>
    /// <typeparam name="T">The type of the step's result.</typeparam>
    /// <param name="outcome">The step.</param>
    public static JsonElement ErrorOf<T>(StepOutcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return FailureText.Of(outcome.Error);
    }
}
