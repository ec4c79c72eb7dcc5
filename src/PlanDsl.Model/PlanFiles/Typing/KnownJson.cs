namespace PlanDsl.Model;

/// <summary>What values are to expressions that are plain JSON: constants, and inputs that are declared as objects and arrays.</summary>
internal static class KnownJson
{
    // What C# writes of a decimal is shorter, and a number may be asked for very often that is as long as a file.
    private const int LongestNumber = 40;

    public static ExpressionType Text { get; } = new(ValueKind.String, "string", "string");

    public static ExpressionType Truth { get; } = new(ValueKind.Boolean, "bool", "bool");

    public static ExpressionType Integer { get; } = new(ValueKind.Number, "long", "long") { Number = NumberType.Integer };

    public static ExpressionType Decimal { get; } = new(ValueKind.Number, "decimal", "decimal") { Number = NumberType.Decimal };

    /// <summary>An object with whatever members.</summary>
    public static ExpressionType Object { get; } = new(ValueKind.Object, "JSON object", "object") { IsJson = true };

    /// <summary>An array of whatever.</summary>
    public static ExpressionType Array { get; } = new(ValueKind.Array, "JSON array", "array") { IsJson = true };

    /// <summary>Null, whatever happens.</summary>
    public static ExpressionType Null { get; } = new(ValueKind.Null, "null", "null") { MayBeNull = true };

    /// <summary>Where a path leads to in a constant.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="path">The path.</param>
    /// <param name="used">How many of its segments lead to the constant; gets how many of them there are in it.</param>
    public static ExpressionType At(JsonNode constant, PathExpression path, ref int used)
    {
        var value = PartAt(constant, path, used, out used);
        return Of(value, isAtEnd: used == path.Segments.Count);
    }

    /// <summary>The part of a constant to which a path leads, or the last on the way to it that there is.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="path">The path.</param>
    /// <param name="from">How many of its segments lead to the constant.</param>
    /// <param name="used">How many lead to the part.</param>
    public static JsonNode PartAt(JsonNode constant, PathExpression path, int from, out int used)
    {
        var value = constant;
        for (used = from; used < path.Segments.Count && PartOf(value, path.Segments[used]) is { } part; used++)
            value = part;
        return value;
    }

    /// <summary>What a constant is, or a part of one.</summary>
    public static ExpressionType Of(JsonNode value) => Of(value, isAtEnd: true);

    private static JsonNode? PartOf(JsonNode value, PathSegment segment) => value.Kind switch
    {
        JsonKind.Object when segment.Name is { } name => value.Find(name),
        JsonKind.Array when segment.Name is null => value.ItemAt(segment.Index),
        _ => null,
    };

    // What parts there are is asked for where a path leads to none of them.
    private static ExpressionType Of(JsonNode value, bool isAtEnd) => value.Kind switch
    {
        JsonKind.String => Text,
        JsonKind.True or JsonKind.False => Truth,
        JsonKind.Number => !isAtEnd ? Decimal : value.Span.Length <= LongestNumber ? OfNumber(value.Text) : ExpressionType.Dynamic,
        JsonKind.Null => Null,
        JsonKind.Object => isAtEnd ? Object : Object with { Members = value.Tree.Lookup.NamesIn(value) },
        JsonKind.Array => isAtEnd ? Array : Array with { Count = value.Tree.Lookup.CountIn(value) },
        _ => ExpressionType.Dynamic,
    };

    // A number that C# would write otherwise is no number of C#.
    private static ExpressionType OfNumber(string json) =>
        NumberCode.Spelled(json, NumberType.Integer) == json ? Integer
        : NumberCode.Spelled(json, NumberType.Decimal) == json ? Decimal
        : ExpressionType.Dynamic;
}
