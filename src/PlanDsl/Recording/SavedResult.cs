using System.Text.Json;

namespace PlanDsl;

/// <summary>Writes a result down.</summary>
/// <param name="attempt">The attempt whose result it is.</param>
/// <param name="options">How types are made JSON.</param>
internal sealed class SavedResult(StepContext? attempt, JsonSerializerOptions? options) : ResultExchange(attempt)
{
    /// <summary>The result; <see langword="null"/> where there was none to visit.</summary>
    public JsonElement? Value { get; private set; }

    public override void Of<T>(ref T place)
    {
        // What has left nothing is not written down as if it had.
        if (place is not JsonElement { ValueKind: JsonValueKind.Undefined })
            Value = ResultJson.Of(place, options);
    }
}
