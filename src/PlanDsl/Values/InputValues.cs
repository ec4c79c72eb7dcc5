using System.Globalization;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes of what a run is given for an input of a plan file a value of the type that the file declares.</summary>
/// <param name="planId">The id of the plan.</param>
/// <param name="input">The input.</param>
/// <param name="tellsValues">Whether what does not fit is shown. It is not where a plan was handed it by another, for which it may be secret.</param>
internal readonly struct InputValues(string planId, InputModel input, bool tellsValues = false)
{
    /// <summary>What was given, else what the environment or the file says.</summary>
    /// <exception cref="ArgumentException">There is no value, or one of another type.</exception>
    public JsonElement Of(JsonElement? given)
    {
        if (given is { } value)
            return Typed(value, "It was given");
        if (input.FromEnvironment is { } variable && Environment.GetEnvironmentVariable(variable) is { } text)
            return Typed(JsonValues.Of(text), $"The environment variable '{variable}' is");
        if (input.Default is { } initial)
            return Typed(JsonElement.Parse(initial), "Its default is");
        var remedy = input.FromEnvironment is { } unset ? $"give it, or set the environment variable '{unset}'" : "give it, or declare a default other than null";
        throw new ArgumentException($"Plan '{planId}' needs a value for its input '{input.Name}'{Described}; {remedy}.", nameof(given));
    }

    /// <summary>What it is where a plan runs the other and hands it nothing: what it was when that run was started, where that is recorded; otherwise as <see cref="Of"/>
    /// has it for nothing.</summary>
    /// <param name="run">The run of the plan that runs the other; <see langword="null"/> for a run that is part of none.</param>
    /// <exception cref="ArgumentException">There is no value, or one of another type.</exception>
    /// <exception cref="JournalException">It was a secret, which is not recorded, and is not there any more.</exception>
    public JsonElement UngivenIn(Coordinator? run)
    {
        if (run?.FromEnvironment?.TryGet(planId, input.Name, out var recorded) is not true)
            return Of(null);
        if (recorded is { } value)
            return Typed(value, "When the run was started it was");
        try
        {
            return Of(null);
        }
        catch (ArgumentException fault) when (run.IsGoneOnWith)
        {
            throw run.Leave(FromEnvironment(planId, input).Missed(run.Identity.RunId, planId, fault));
        }
    }

    /// <summary>An input that comes from the environment where a run is not given any.</summary>
    public static EnvironmentInput FromEnvironment(string planId, InputModel input) => new(input.Name, input.FromEnvironment!, input.IsSecret, () => new InputValues(planId, input).Of(given: null));

    /// <summary>A whole number; otherwise as <see cref="Of"/>.</summary>
    public long IntegerOf(JsonElement? given) => Of(given).GetInt64();

    /// <summary>A number; otherwise as <see cref="Of"/>.</summary>
    public decimal NumberOf(JsonElement? given) => Of(given).GetDecimal();

    private string Described => input.Description is { Length: > 0 } description ? $" ({description})" : "";

    private JsonElement Typed(JsonElement value, string subject)
    {
        if (input.JsonType is not { } type)
            return value;
        if (!Fits(value, type))
        {
            value = value.ValueKind is JsonValueKind.String && Read(JsonValues.StringOf(value)) is { } read && Fits(read, type)
                ? read
                : throw new ArgumentException($"Input '{input.Name}' of plan '{planId}' is declared as {SnakeCase.From(type.ToString())}. {subject} {Shown(value)}; make the two agree.", nameof(value));
        }

        return type is InputType.Integer or InputType.Number ? Spelled(value, type) : value;
    }

    // As C# spells what it holds, so that a plan says the same whether it is compiled or not: 1e3 is 1000, and 1.50 stays 1.50.
    private JsonElement Spelled(JsonElement value, InputType type)
    {
        var written = value.GetRawText();
        var spelled = !value.TryGetDecimal(out var number) ? null
            : type is InputType.Number ? Numbers.Text(number)
            : number is >= long.MinValue and <= long.MaxValue ? Numbers.Text((long)number)
            : null;
        if (spelled is null || !Numbers.AreEqual(spelled, written))
        {
            throw new ArgumentException(
                $"Input '{input.Name}' of plan '{planId}' is {Shown(value)}, which {(type is InputType.Integer ? "is too large for an integer; give a smaller one" : "has more digits than a number can have; give it with 28 at most")}.", nameof(value));
        }

        return spelled == written ? value : JsonElement.Parse(spelled);
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

    private string Shown(JsonElement value)
    {
        const int most = 40;
        if (input.IsSecret || !tellsValues)
            return KindOf(value);
        var text = JsonValues.TextOf(value);
        return text.Length <= most ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, most)}…");
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
