using System.Globalization;
using System.Text.Json;

namespace PlanDsl;

/// <summary>How a JSON value becomes one of a type of C#. Texts, what texts spell, numbers and truth values ask nobody.</summary>
/// <typeparam name="T">The type.</typeparam>
internal static class JsonTo<T>
{
    private static readonly Type Type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);

    /// <summary>The value.</summary>
    /// <exception cref="BindingException">It is of another kind, or null where that is no value.</exception>
    public static T Of(JsonElement value, string place, JsonSerializerOptions? options)
    {
        if (typeof(T) == typeof(JsonElement))
            return (T)(object)PlanJson.Of(value);
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return Type != typeof(T) ? default! : throw new BindingException($"In {place}: the value is null, and '{Type}' asks for one; write ?? and a default.");
        var read = IsScalar ? Scalar(value) : SpelledValues.Are(Type) ? SpelledValues.To(Type, value) : ObjectJson.To<T>(value, place, options);
        if (read is T typed)
            return typed;
        throw new BindingException(value.ValueKind is JsonValueKind.String && SpelledValues.Are(Type)
            ? $"In {place}: the value is a string that spells no '{Type}'."
            : $"In {place}: the value is {Kind(value)}, and '{Type}' is asked for; nothing is converted.");
    }

    private static bool IsScalar => Type == typeof(string) || Type == typeof(bool) || Type == typeof(decimal) || (Type.IsPrimitive && Type != typeof(char));

    private static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Type == typeof(string) ? JsonValues.StringOf(value) : null,
        JsonValueKind.True or JsonValueKind.False => Type == typeof(bool) ? value.GetBoolean() : null,
        JsonValueKind.Number => Number(value),
        _ => null,
    };

    private static object? Number(JsonElement value) => Type.GetTypeCode(Type) switch
    {
        TypeCode.Decimal => value.TryGetDecimal(out var number) ? number : null,
        TypeCode.Double => value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
        TypeCode.Single => value.TryGetSingle(out var number) && float.IsFinite(number) ? number : null,
        TypeCode.Object => null,
        _ => Whole(value),
    };

    // The same number is the same, however it is written: 100, 1e2 and 100.0.
    private static object? Whole(JsonElement value)
    {
        if (!value.TryGetDecimal(out var number) || number != decimal.Truncate(number))
            return null;
        try
        {
            return Convert.ChangeType(number, Type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "true or false",
    };
}
