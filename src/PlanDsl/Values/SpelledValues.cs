using System.Globalization;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Values that are strings as JSON and something else in C#, such as dates: as a serializer would write and read them, without one.</summary>
internal static class SpelledValues
{
    /// <summary>The string that a value is; <see langword="null"/> for a value of any other type.</summary>
    public static string? Of<T>(T value)
        where T : notnull => value switch
        {
            char letter => letter.ToString(),
            DateTime time => JsonValues.Write(time, static (writer, time) => writer.WriteStringValue(time)).GetString(),
            DateTimeOffset time => JsonValues.Write(time, static (writer, time) => writer.WriteStringValue(time)).GetString(),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture),
            TimeSpan length => length.ToString("c", CultureInfo.InvariantCulture),
            Guid id => id.ToString(),
            Uri address => address.OriginalString,
            Version version => version.ToString(),
            byte[] bytes => Convert.ToBase64String(bytes),
            Enum name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()),
            _ => null,
        };

    /// <summary>Whether values of a type are such strings.</summary>
    public static bool Are(Type type) =>
        type.IsEnum || type == typeof(char) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly)
        || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(Uri) || type == typeof(Version) || type == typeof(byte[]);

    /// <summary>The value of a type that a JSON value spells; <see langword="null"/> if it spells none.</summary>
    public static object? To(Type type, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return null;
        var text = JsonValues.StringOf(value);
        return type switch
        {
            _ when type == typeof(char) => text.Length == 1 ? text[0] : null,
            _ when type == typeof(DateTime) => value.TryGetDateTime(out var time) ? time : null,
            _ when type == typeof(DateTimeOffset) => value.TryGetDateTimeOffset(out var time) ? time : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            _ when type == typeof(TimeOnly) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time < TimeSpan.FromDays(1) ? TimeOnly.FromTimeSpan(time) : null,
            _ when type == typeof(TimeSpan) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var length) ? length : null,
            _ when type == typeof(Guid) => value.TryGetGuid(out var id) ? id : null,
            _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : null,
            _ when type == typeof(Version) => Version.TryParse(text, out var version) ? version : null,
            _ when type == typeof(byte[]) => value.TryGetBytesFromBase64(out var bytes) ? bytes : null,
            _ => Named(type, text),
        };
    }

    private static object? Named(Type type, string text) =>
        Array.Find(Enum.GetNames(type), name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name) == text) is { } name ? Enum.Parse(type, name) : null;
}
