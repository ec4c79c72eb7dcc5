using System.Globalization;
using System.Text.Json;

namespace PlanDsl;

/// <summary>The members of an event, or of an error in one. What is missing or of another type is said by its name.</summary>
internal readonly struct EventObject
{
    private readonly JsonElement _json;

    /// <param name="json">The object.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public EventObject(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new JsonException($"An event is an object, and this is {json.ValueKind}.");
        _json = json;
    }

    public string Text(JsonEncodedText name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(JsonEncodedText name) => Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.String ? JsonValues.StringOf(value)
        : throw Mismatch(name, "a text");

    public bool Flag(JsonEncodedText name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw Mismatch(name, "true or false"),
    };

    public long Long(JsonEncodedText name) =>
        Number(name) is { } number && number.TryGetInt64(out var value) ? value : throw Mismatch(name, "a whole number");

    public int Int(JsonEncodedText name) => IntOrNull(name) ?? throw Missing(name);

    public int? IntOrNull(JsonEncodedText name) => Find(name) is null ? null
        : Number(name) is { } number && number.TryGetInt32(out var value) ? value
        : throw Mismatch(name, "a whole number of 32 bits");

    public double Double(JsonEncodedText name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when double.TryParse(JsonValues.StringOf(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        null => throw Missing(name),
        _ => throw Mismatch(name, "a number"),
    };

    public TimeSpan Milliseconds(JsonEncodedText name)
    {
        const decimal Least = long.MinValue / (decimal)TimeSpan.TicksPerMillisecond;
        const decimal Most = long.MaxValue / (decimal)TimeSpan.TicksPerMillisecond;
        return Number(name) is { } number && number.TryGetDecimal(out var value) && value is >= Least and <= Most
            ? TimeSpan.FromTicks((long)(value * TimeSpan.TicksPerMillisecond))
            : throw Mismatch(name, "a length of time in milliseconds");
    }

    public DateTimeOffset Time(JsonEncodedText name) => TimeOrNull(name) ?? throw Missing(name);

    public DateTimeOffset? TimeOrNull(JsonEncodedText name) => Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time
        : throw Mismatch(name, "a time");

    /// <summary>A value of its own, which keeps nothing else of the event in memory.</summary>
    public JsonElement? ValueOrNull(JsonEncodedText name) =>
        _json.TryGetProperty(name.EncodedUtf8Bytes, out var value) ? value.Clone() : null;

    public StepError Error(JsonEncodedText name, string? stepId) => ErrorOrNull(name, stepId) ?? throw Missing(name);

    /// <param name="name">Which error.</param>
    /// <param name="stepId">The step whose error it is where it does not say so itself.</param>
    public StepError? ErrorOrNull(JsonEncodedText name, string? stepId)
    {
        if (Find(name) is not { } value)
            return null;
        var error = new EventObject(value);
        return new(StatusNames.KindOf(error.Text(EventFields.Kind)), error.Text(EventFields.Message))
        {
            StepId = value.TryGetProperty(EventFields.StepId.EncodedUtf8Bytes, out _) ? error.TextOrNull(EventFields.StepId) : stepId,
        };
    }

    private JsonElement? Number(JsonEncodedText name) => Find(name) is { ValueKind: JsonValueKind.Number } number ? number : null;

    // Null says no more than its absence.
    private JsonElement? Find(JsonEncodedText name) =>
        _json.TryGetProperty(name.EncodedUtf8Bytes, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static JsonException Missing(JsonEncodedText name) => new($"The event has no '{name}'.");

    private static JsonException Mismatch(JsonEncodedText name, string expected) => new($"'{name}' of the event is not {expected}.");
}
