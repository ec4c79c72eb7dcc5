using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl;

/// <summary>What a signal brings to an interpreted plan, as JSON.</summary>
internal static class SignalJson
{
    /// <summary>Whether it can be made JSON.</summary>
    public static bool Fits(SignalValue signal) => signal.Value is null or JsonElement or JsonNode or string or bool or int or long or double or decimal;

    /// <summary>The value; null for a signal that brings none.</summary>
    public static JsonElement Of(SignalValue signal) => signal.Value switch
    {
        null => JsonValues.Null,
        JsonElement element => PlanJson.Of((JsonElement?)element),
        JsonNode node => JsonValues.Write(node, static (writer, node) => node.WriteTo(writer)),
        string text => JsonValues.Of(text),
        bool answer => JsonValues.Of(answer),
        int number => JsonValues.Of(number),
        long number => JsonValues.Of(number),
        double number => JsonValues.Write(number, static (writer, number) => writer.WriteNumberValue(number)),
        decimal number => JsonValues.Write(number, static (writer, number) => writer.WriteNumberValue(number)),
        _ => throw new BindingException($"The signal has brought {signal}, and a plan file knows JSON values only; bring a JsonElement."),
    };
}
