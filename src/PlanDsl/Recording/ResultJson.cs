using System.Text.Json;

namespace PlanDsl;

/// <summary>Results as JSON. Texts, numbers, truth values, JSON and what commands leave ask nobody how.</summary>
internal static class ResultJson
{
    /// <summary>A result as JSON.</summary>
    /// <exception cref="BindingException">Nothing is known of its type, or it cannot be JSON.</exception>
    public static JsonElement Of<T>(T value, JsonSerializerOptions? options) => value switch
    {
        null => JsonValues.Null,
        JsonElement json => PlanJson.Of(json),
        string text => PlanJson.Of(text),
        bool truth => PlanJson.Of(truth),
        int number => PlanJson.Of((long)number),
        long number => PlanJson.Of(number),
        decimal number => PlanJson.Of(number),
        CommandResult command => command.ToJson(),
        _ => ObjectJson.FromWhole(value, options ?? ObjectJson.ForJournals),
    };

    /// <summary>A result of JSON.</summary>
    /// <exception cref="BindingException">Nothing is known of its type, or the JSON is not of that type.</exception>
    public static T To<T>(JsonElement value, string place, JsonSerializerOptions? options)
    {
        if (typeof(T) == typeof(JsonElement))
            return (T)(object)value;
        if (value.ValueKind is JsonValueKind.Null && default(T) is null)
            return default!;
        if (typeof(T) == typeof(CommandResult))
            return (T)(object)CommandOf(value);
        return IsKnown<T>() ? JsonTo<T>.Of(value, place, options) : ObjectJson.To<T>(value, place, options ?? ObjectJson.ForJournals)!;
    }

    /// <summary>Why results of a type cannot be written down and brought back; <see langword="null"/> if they can, for all that is known.</summary>
    public static string? FaultOf<T>(JsonSerializerOptions? options) =>
        typeof(T) == typeof(JsonElement) || typeof(T) == typeof(CommandResult) || IsKnown<T>() ? null : ObjectJson.FaultOf<T>(options ?? ObjectJson.ForJournals);

    private static bool IsKnown<T>()
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long) || type == typeof(decimal);
    }

    private static CommandResult CommandOf(JsonElement value) => new(
        value.GetProperty("exit_code").GetInt32(),
        JsonValues.StringOf(value.GetProperty("stdout")),
        JsonValues.StringOf(value.GetProperty("stderr")),
        value.GetProperty("json") is { ValueKind: not JsonValueKind.Null } json ? json : null);
}
