using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes of what a run is given the inputs that its plan declares.</summary>
internal static class InputBinder
{
    /// <summary>The inputs of a run.</summary>
    /// <exception cref="ArgumentException">One is missing, of another type, or none that the plan declares.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Bind(PlanModel plan, IReadOnlyDictionary<string, JsonElement> given)
    {
        if (plan.Inputs.IsEmpty)
            return given;
        var inputs = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var input in plan.Inputs)
            inputs[input.Name] = ValueOf(plan, input, given);
        foreach (var name in given.Keys)
        {
            if (inputs.ContainsKey(name))
                continue;
            var nearest = new Nearest(inputs.Keys).To(name);
            throw new ArgumentException($"Plan '{plan.Id}' has no input '{name}'; {(nearest is null ? "declare it in inputs, or leave it out" : $"did you mean '{nearest}'?")}", nameof(given));
        }

        return inputs;
    }

    /// <summary>No inputs.</summary>
    public static IReadOnlyDictionary<string, JsonElement> None { get; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    private static JsonElement ValueOf(PlanModel plan, InputModel input, IReadOnlyDictionary<string, JsonElement> given)
    {
        if (given.TryGetValue(input.Name, out var value))
            return Typed(plan, input, value, "It was given");
        if (input.FromEnvironment is { } variable && Environment.GetEnvironmentVariable(variable) is { } text)
            return Typed(plan, input, JsonValues.Of(text), $"The environment variable '{variable}' is");
        if (input.Default is { } initial)
            return JsonElement.Parse(initial);
        var remedy = input.FromEnvironment is { } unset ? $"give it, or set the environment variable '{unset}'" : "give it, or declare a default";
        throw new ArgumentException($"Plan '{plan.Id}' needs a value for its input '{input.Name}'{Described(input)}; {remedy}.", nameof(given));
    }

    private static string Described(InputModel input) => input.Description is { Length: > 0 } description ? $" ({description})" : "";

    private static JsonElement Typed(PlanModel plan, InputModel input, JsonElement value, string subject)
    {
        if (input.JsonType is not { } type || Fits(value, type))
            return value;
        if (value.ValueKind is JsonValueKind.String && Read(value.GetString()!) is { } read && Fits(read, type))
            return read;
        var shown = input.IsSecret ? "something else" : Shown(value);
        throw new ArgumentException($"Input '{input.Name}' of plan '{plan.Id}' is declared as {SnakeCase.From(type.ToString())}. {subject} {shown}; make the two agree.", nameof(value));
    }

    private static bool Fits(JsonElement value, InputType type) => type switch
    {
        InputType.String => value.ValueKind is JsonValueKind.String,
        InputType.Integer => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
        InputType.Number => value.ValueKind is JsonValueKind.Number,
        InputType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        InputType.Object => value.ValueKind is JsonValueKind.Object,
        _ => value.ValueKind is JsonValueKind.Array,
    };

    // A command line and the environment know texts only.
    private static JsonElement? Read(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Shown(JsonElement value)
    {
        const int most = 40;
        var text = JsonValues.TextOf(value);
        return text.Length <= most ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, most)}…");
    }
}
