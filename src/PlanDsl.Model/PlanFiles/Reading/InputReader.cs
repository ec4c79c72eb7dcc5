using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Reads the inputs of a plan.</summary>
internal static class InputReader
{
    public static EquatableArray<InputModel> Read(FileReading reading, JsonNode? node, Place plan)
    {
        if (node is not { } map)
            return [];
        var inputs = ImmutableArray.CreateBuilder<InputModel>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in reading.Values.Once(map, plan.In("inputs")))
        {
            var input = name.Value;
            names.Add(input);
            if (NameRules.FaultOfVariable(input) is { } fault)
                reading.Findings.Add(RuleIds.InvalidName, name.Span, [input, "the name of an input", fault]);
            inputs.Add(Read(reading, input, value));
        }

        // An input that the text has lost may be the one that a step reads.
        reading.Plan.Inputs = names.Count == 0 || map.IsDamaged ? null : names;
        return inputs.ToImmutable();
    }

    private static InputModel Read(FileReading reading, string name, JsonNode node)
    {
        var place = new Place("input", name);
        if (node.Kind is not JsonKind.Object)
        {
            if (node.Kind is not (JsonKind.Missing or JsonKind.Null))
                reading.Findings.Add(RuleIds.WrongType, node.Token, [place.ToString(), $"is {ValueCheck.Kind(node)}; write an object such as {{\"type\": \"string\"}}"]);
            return new(name, TypeRef.Json);
        }

        var view = reading.Objects.Read(node, PlanFileGrammar.Input, place);
        InputType? type = view.Text("type") is { } written ? PolicyNames.InputType[written] : null;
        var initial = view["default"];
        if (type is { } declared && initial is { } value)
            Check(reading, value, declared, view.Text("type")!, place);
        return new(name, TypeRef.Json)
        {
            JsonType = type,
            Default = initial is null ? null : JsonWriting.Of(initial.Value),
            IsSecret = view.Boolean("secret") is true,
            Description = view.Text("description"),
            FromEnvironment = view.Text("from_env"),
        };
    }

    private static void Check(FileReading reading, JsonNode value, InputType type, string written, Place place)
    {
        if (!Fits(value, type))
            reading.Findings.Add(RuleIds.WrongType, value.Token, [$"default of {place}", $"is {ValueCheck.Kind(value)}, but its type is {written}; make the two agree"]);
        else if (FaultOf(value, type) is { } fault)
            reading.Findings.Add(RuleIds.WrongType, value.Token, [$"default of {place}", $"is {value.Text}, {fault}"]);
    }

    // A plan that is compiled holds an integer in 64 bits, and a number as a decimal.
    private static string? FaultOf(JsonNode value, InputType type) => type switch
    {
        InputType.Integer when value.Number is not (>= long.MinValue and <= long.MaxValue) => "which is too large for an integer; write a smaller one",
        InputType.Number when NumberCode.Literal(value.Text, NumberType.Decimal) is null => "which has more digits than a number can have; write it with 28 at most",
        _ => null,
    };

    private static bool Fits(JsonNode value, InputType type) => type switch
    {
        InputType.String => value.Kind is JsonKind.String,
        InputType.Integer => value.Kind is JsonKind.Number && (value.Number is not { } number || number == decimal.Truncate(number)),
        InputType.Number => value.Kind is JsonKind.Number,
        InputType.Boolean => value.Kind is JsonKind.True or JsonKind.False,
        InputType.Object => value.Kind is JsonKind.Object,
        _ => value.Kind is JsonKind.Array,
    };
}
