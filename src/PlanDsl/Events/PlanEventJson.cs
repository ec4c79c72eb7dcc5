using System.Text.Json;

namespace PlanDsl;

/// <summary>Events as JSON, and back: one object each, with the names that journals and the <c>plandsl</c> tool have for what an event tells.
/// Needs no reflection. Thread-safe.</summary>
/// <remarks>What is read is equal to what was written, but for <see cref="StepError.Exception"/>, which is not written, and for halves of
/// surrogate pairs in texts, which become U+FFFD. Values that are JSON are compared by what they say.</remarks>
public static class PlanEventJson
{
    /// <summary>How deep an event that is read may be nested: deeper than anything that a writer writes.</summary>
    internal const int MaxDepth = 1_024;

    /// <summary>What kind of event it is, such as <c>step_started</c>.</summary>
    /// <param name="happened">The event.</param>
    public static string TypeOf(PlanEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return EventNames.Of(happened);
    }

    /// <summary>Writes an event, with all that it tells.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="happened">The event.</param>
    public static void Write(Utf8JsonWriter json, PlanEvent happened)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(happened);
        EventWriter.Write(json, happened, withNamesOfAttempt: true);
    }

    /// <summary>Reads an event. Members that it does not know are left out.</summary>
    /// <param name="json">The event.</param>
    /// <exception cref="JsonException">It is no event, or one of a kind that this version does not know.</exception>
    public static PlanEvent Read(JsonElement json) => new EventReader(json).Read();
}
