using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes of the values of a compiled plan file the texts that are put into strings and arguments: a string as it is, a number and a
/// truth value as JSON has them, arrays and objects as JSON. What is null fails the step, kind <c>binding</c>. Thread-safe. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlanText
{
    /// <summary>A text that must be there.</summary>
    /// <param name="value">The text.</param>
    /// <param name="path">What it is in the plan file.</param>
    /// <param name="place">Where it is put, for messages: <c>'args' of step 'merge'</c>.</param>
    public static string Of(string? value, string path, string place) => value ?? throw Null(path, place);

    /// <summary>A truth value.</summary>
    /// <inheritdoc cref="Of(string?, string, string)"/>
    public static string Of(bool? value, string path, string place) => value switch
    {
        true => "true",
        false => "false",
        null => throw Null(path, place),
    };

    /// <summary>A number.</summary>
    /// <inheritdoc cref="Of(string?, string, string)"/>
    public static string Of(long? value, string path, string place) => Numbers.Text(value) ?? throw Null(path, place);

    /// <inheritdoc cref="Of(long?, string, string)"/>
    public static string Of(ulong? value, string path, string place) => Numbers.Text(value) ?? throw Null(path, place);

    /// <inheritdoc cref="Of(long?, string, string)"/>
    public static string Of(decimal? value, string path, string place) => Numbers.Text(value) ?? throw Null(path, place);

    /// <inheritdoc cref="Of(long?, string, string)"/>
    public static string Of(double? value, string path, string place) => Numbers.Text(value) ?? throw Null(path, place);

    /// <inheritdoc cref="Of(long?, string, string)"/>
    public static string Of(float? value, string path, string place) => Numbers.Text(value) ?? throw Null(path, place);

    /// <summary>A JSON value.</summary>
    /// <inheritdoc cref="Of(string?, string, string)"/>
    public static string Of(JsonElement? value, string path, string place) => value is { } there && TextOf(there) is { } text ? text : throw Null(path, place);

    /// <summary>The arguments that a JSON value stands for: as many as an array has elements, else one.</summary>
    /// <inheritdoc cref="Of(string?, string, string)"/>
    public static IReadOnlyList<string> Arguments(JsonElement? value, string path, string place) => value is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select(element => TextOf(element) ?? throw NullElement(path, place))]
        : [Of(value, path, place)];

    /// <summary>The arguments that an array of texts stands for.</summary>
    /// <inheritdoc cref="Of(string?, string, string)"/>
    public static IReadOnlyList<string> Arguments(IEnumerable<string?>? value, string path, string place) =>
        [.. (value ?? throw Null(path, place)).Select(element => element ?? throw NullElement(path, place))];

    /// <summary>The arguments that an array of JSON values stands for.</summary>
    /// <inheritdoc cref="Of(string?, string, string)"/>
    public static IReadOnlyList<string> Arguments(IEnumerable<JsonElement> value, string path, string place) =>
        [.. value.Select(element => TextOf(element) ?? throw NullElement(path, place))];

    /// <summary>The string that a value is as JSON which is something else in C#: a date, an id, the name of an enum's value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static string Spelled<T>(T value)
        where T : struct => SpelledValues.Of(value) ?? throw new ArgumentException($"A '{typeof(T)}' is no string as JSON.", nameof(value));

    /// <inheritdoc cref="Spelled{T}(T)"/>
    public static string? Spelled<T>(T? value)
        where T : struct => value is { } there ? Spelled(there) : null;

    /// <inheritdoc cref="Spelled{T}(T)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Spelled(Uri? value) => value is null ? null : SpelledValues.Of(value);

    /// <inheritdoc cref="Spelled{T}(T)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Spelled(Version? value) => value is null ? null : SpelledValues.Of(value);

    /// <inheritdoc cref="Spelled{T}(T)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Spelled(byte[]? value) => value is null ? null : SpelledValues.Of(value);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => JsonValues.StringOf(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => JsonValues.TextOf(value),
    };

    private static BindingException Null(string path, string place) =>
        new($"In {place}: '{path}' is null, which is no text; {(path.StartsWith("${", StringComparison.Ordinal) ? "give the input a value" : "write ?? and a default")}.");

    private static BindingException NullElement(string path, string place) =>
        new($"In {place}: an element of '{path}' is null, which is no argument; let the step that makes it leave it out.");
}
