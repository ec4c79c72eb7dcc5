using System.ComponentModel;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes JSON of the values of a compiled plan file. Thread-safe. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlanJson
{
    /// <summary>The value null.</summary>
    public static JsonElement Null => JsonValues.Null;

    /// <summary>A value that stands in the plan file.</summary>
    /// <param name="json">It as JSON.</param>
    public static JsonElement Parse(string json) => JsonElement.Parse(json);

    /// <summary>A text; null where there is none.</summary>
    /// <param name="value">The text.</param>
    public static JsonElement Of(string? value) => value is null ? JsonValues.Null : JsonValues.Of(value);

    /// <summary>True or false; null where it is neither.</summary>
    /// <param name="value">The value.</param>
    public static JsonElement Of(bool? value) => value is { } truth ? JsonValues.Of(truth) : JsonValues.Null;

    /// <summary>A number; null where there is none.</summary>
    /// <param name="value">The number.</param>
    public static JsonElement Of(long? value) => Number(Numbers.Text(value));

    /// <inheritdoc cref="Of(long?)"/>
    public static JsonElement Of(ulong? value) => Number(Numbers.Text(value));

    /// <inheritdoc cref="Of(long?)"/>
    public static JsonElement Of(decimal? value) => Number(Numbers.Text(value));

    /// <summary>A number; null where there is none, or none that JSON has.</summary>
    /// <param name="value">The number.</param>
    public static JsonElement Of(double? value) => Number(Numbers.Text(value));

    /// <inheritdoc cref="Of(double?)"/>
    public static JsonElement Of(float? value) => Number(Numbers.Text(value));

    /// <summary>A JSON value; null where there is none.</summary>
    /// <param name="value">The value.</param>
    public static JsonElement Of(JsonElement? value) => value is { ValueKind: not JsonValueKind.Undefined } there ? there : JsonValues.Null;

    /// <summary>What a command has left, as plan files see it; null where it has not run.</summary>
    /// <param name="value">What it has left.</param>
    public static JsonElement Of(CommandResult? value) => value is null ? JsonValues.Null : value.ToJson();

    /// <summary>An object of C#, by the options of the run.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="context">The attempt.</param>
    public static JsonElement From<T>(T value, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value is null ? JsonValues.Null : ObjectJson.From(value, context.Run.JsonOptions);
    }

    /// <summary>An object of these members.</summary>
    /// <param name="members">The members, by their names.</param>
    public static JsonElement Object(params (string Name, JsonElement Value)[] members) =>
        JsonValues.Of(members.Select(static member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>An object of those of these members that are there.</summary>
    /// <param name="members">The members, by their names; <see langword="null"/>, or the default value, for one that is not there.</param>
    public static JsonElement ObjectOfPresent(params (string Name, JsonElement? Value)[] members) => JsonValues.Of(members
        .Where(static member => member.Value is { ValueKind: not JsonValueKind.Undefined })
        .Select(static member => KeyValuePair.Create(member.Name, member.Value!.Value)));

    /// <summary>An array of these elements.</summary>
    /// <param name="elements">The elements.</param>
    public static JsonElement Array(params JsonElement[] elements) => JsonValues.Array(elements);

    /// <summary>An array of what is made of each of these; null where there are none.</summary>
    /// <typeparam name="T">The type of these.</typeparam>
    /// <param name="items">These.</param>
    /// <param name="json">Makes JSON of one.</param>
    public static JsonElement ArrayOf<T>(IEnumerable<T>? items, Func<T, JsonElement> json) => items is null ? JsonValues.Null : JsonValues.Array(items.Select(json));

    /// <summary>A value of C# that is given a JSON value: what a text, a number or a truth value is, and everything else by the options
    /// of the run.</summary>
    /// <typeparam name="T">The type. A <see cref="JsonElement"/> is the value itself.</typeparam>
    /// <param name="value">The JSON value; null is a value of a <see cref="Nullable{T}"/> alone.</param>
    /// <param name="place">Where it is given, for messages: <c>'with.day' of step 'fetch'</c>.</param>
    /// <param name="context">The attempt.</param>
    public static T To<T>(JsonElement value, string place, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return JsonTo<T>.Of(value, place, context.Run.JsonOptions);
    }

    /// <summary>The same for a class of which null is a value.</summary>
    /// <inheritdoc cref="To{T}(JsonElement, string, StepContext)"/>
    public static T? ToOrNull<T>(JsonElement value, string place, StepContext context)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        return value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : JsonTo<T>.Of(value, place, context.Run.JsonOptions);
    }

    /// <summary>The elements of the array that a step goes through.</summary>
    /// <param name="value">The array.</param>
    /// <param name="path">What it is in the plan file.</param>
    /// <param name="step">The id of the step.</param>
    public static IReadOnlyList<JsonElement> Elements(JsonElement? value, string path, string step) => value is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray()]
        : throw NoArray(path, step);

    internal static BindingException NoArray(string path, string step) =>
        new($"'for_each' of step '{step}' is {path}, which is no array here; name one, or let a step in between say what to go through then.");

    private static JsonElement Number(string? text) => text is null ? JsonValues.Null : JsonElement.Parse(text);
}
