using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PlanDsl;

/// <summary>Makes JSON of objects, and objects of JSON, by what is known of their types.</summary>
internal static class ObjectJson
{
    private const string HowToRemedy = " (PlanOptions.JsonOptions may say how, with a JsonSerializerContext that knows the type)";

    private static readonly JsonSerializerOptions InSnakeCase = CreateInSnakeCase();

    /// <summary>How a journal keeps what nobody has said more of: numbers that are none too.</summary>
    public static JsonSerializerOptions ForJournals { get; } = new(InSnakeCase) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>An object as JSON.</summary>
    /// <exception cref="BindingException">Nothing is known of its type, or it cannot be JSON.</exception>
    public static JsonElement From<T>(T value, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.SerializeToElement(value, TypeInfo<T>(options));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new BindingException($"A value of type '{typeof(T)}' cannot be made JSON: {fault.Message}{Remedy(fault)}");
        }
    }

    /// <summary>The same of what is to come back as it is.</summary>
    /// <exception cref="BindingException">Nothing is known of its type, it cannot be JSON, or something else would come back.</exception>
    public static JsonElement FromWhole<T>(T value, JsonSerializerOptions? options)
    {
        var contract = TypeInfo<T>(options);
        if (JsonLoss.In(value, contract) is { } loss)
            throw Lost<T>(loss);
        var json = From(value, options);
        if (ConstructedMember.In(contract) is { } member && From(To<T>(json, "what comes back", options)!, options).GetRawText() != json.GetRawText())
            throw Lost<T>($"'{member}' is set by nothing but the constructor, which makes something else of what comes back; give it a public setter or 'init', or let the constructor take it");
        return json;
    }

    /// <summary>An object of JSON.</summary>
    /// <exception cref="BindingException">Nothing is known of its type, or the JSON is not of that type.</exception>
    public static T? To<T>(JsonElement value, string place, JsonSerializerOptions? options)
    {
        try
        {
            return value.Deserialize(TypeInfo<T>(options));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new BindingException($"In {place}: the value is no '{typeof(T)}': {fault.Message}{Remedy(fault)}");
        }
    }

    /// <summary>Why objects of a type cannot be JSON, or not come back of it; <see langword="null"/> if all that is known speaks for it.</summary>
    public static string? FaultOf<T>(JsonSerializerOptions? options)
    {
        try
        {
            return JsonContracts.FaultOf(TypeInfo<T>(options)) is { } fault ? fault + HowToRemedy : null;
        }
        catch (Exception fault) when (fault is NotSupportedException or InvalidOperationException)
        {
            return fault.Message + Remedy(fault);
        }
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions? given)
    {
        var options = given ?? InSnakeCase;
        if (!options.IsReadOnly)
            Close(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    // What typed paths see of a type: its properties and fields, and the names of an enum's values.
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Reflection is used only where it is switched on, which is not where a program is compiled ahead of time.")]
    private static JsonSerializerOptions CreateInSnakeCase()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            PropertyNameCaseInsensitive = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            IncludeFields = true,
        };
        if (JsonSerializer.IsReflectionEnabledByDefault)
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }

    // As the serializer itself does at first use.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reflection is used only where it is switched on, which is not where a program is trimmed.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The same.")]
    private static void Close(JsonSerializerOptions options)
    {
        if (options.TypeInfoResolver is null && JsonSerializer.IsReflectionEnabledByDefault)
            options.MakeReadOnly(populateMissingResolver: true);
    }

    private static BindingException Lost<T>(string loss) => new($"A value of type '{typeof(T)}' would not come back of JSON: {loss}");

    private static string Remedy(Exception fault) => fault is JsonException ? "" : HowToRemedy;
}
