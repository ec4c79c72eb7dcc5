using System.ComponentModel;

namespace PlanDsl;

/// <summary>What a step fails with whose method has returned nothing that could be awaited. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NullReturned
{
    /// <summary>Makes the exception.</summary>
    /// <param name="step">The id of the step.</param>
    /// <param name="method">The name of the method: of its body, or one that an option of the step names.</param>
    /// <param name="isStream">Whether a stream was to be returned, and not a task.</param>
    public static InvalidOperationException By(string step, string method, bool isStream = false) =>
        new($"Method '{method}' of step '{step}' has returned null instead of a {(isStream ? "stream" : "task")}.");
}
