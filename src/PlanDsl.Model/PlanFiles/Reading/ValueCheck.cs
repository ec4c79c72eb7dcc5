namespace PlanDsl.Model;

/// <summary>Sees whether the value of a property is of its type, and says of one that is not what it should be.</summary>
internal sealed class ValueCheck(FileFindings findings)
{
    public bool IsRight(JsonNode value, GrammarProperty property, Place place)
    {
        // That there is no value has been said where the text was read.
        if (value.Kind is JsonKind.Missing)
            return false;
        if (value.Kind is JsonKind.Null)
            return true;
        switch (property.Type)
        {
            case PropertyType.Any:
                return true;
            case PropertyType.Text or PropertyType.Template or PropertyType.Path or PropertyType.Condition:
                return value.Kind is JsonKind.String || Wrong(value, property, place, "a string");
            case PropertyType.Choice:
                return value.Kind is JsonKind.String ? IsChoice(value, property) : Wrong(value, property, place, "a string");
            case PropertyType.Boolean:
                return value.Kind is JsonKind.True or JsonKind.False || Wrong(value, property, place, "true or false");
            case PropertyType.Number:
                return value.Kind is JsonKind.Number || Wrong(value, property, place, "a number");
            case PropertyType.Integer:
                return IsInteger(value) || Wrong(value, property, place, "a whole number of at most nine digits");
            case PropertyType.Texts or PropertyType.Templates or PropertyType.Choices:
                return AreTexts(value, property, place);
            case PropertyType.Objects:
                return value.Kind is JsonKind.Array || Wrong(value, property, place, "a list of objects");
            case PropertyType.TemplateMap:
                return value.Kind is JsonKind.Object || Wrong(value, property, place, "an object of strings");
            default:
                return value.Kind is JsonKind.Object || Wrong(value, property, place, "an object");
        }
    }

    /// <summary>Whether a number is whole and small enough to count with.</summary>
    public static bool IsInteger(JsonNode value) =>
        value.Number is { } number && number == decimal.Truncate(number) && number is > -1_000_000_000 and < 1_000_000_000;

    /// <summary>What a value is, with its article.</summary>
    public static string Kind(JsonNode value) => value.Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.String => "a string",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => value.Text,
    };

    private bool AreTexts(JsonNode list, GrammarProperty property, Place place)
    {
        if (list.Kind is not JsonKind.Array)
            return Wrong(list, property, place, "a list of strings");
        var areRight = true;
        foreach (var item in list.Items)
        {
            areRight &= item.Kind is JsonKind.String
                ? property.Type is not PropertyType.Choices || IsChoice(item, property)
                : item.Kind is not JsonKind.Missing && Wrong(item, property, place, "a string", "An element of ");
        }

        return areRight;
    }

    private bool IsChoice(JsonNode value, GrammarProperty property)
    {
        foreach (var choice in property.Choices)
        {
            if (value.Says(choice))
                return true;
        }

        var written = value.Value;
        var nearest = new Nearest(property.Choices).To(written);
        var remedy = nearest is null ? "use " + OneOf(property.Choices) : $"did you mean '{nearest}'?";
        findings.Add(property.ChoiceRule, value.Span, property.ChoiceRule == RuleIds.UnknownPolicy
            ? [written, property.Noun, remedy]
            : [$"'{written}'", $"is no {property.Noun}; {remedy}"], nearest);
        return false;
    }

    private static string OneOf(EquatableArray<string> choices) =>
        string.Join(", ", choices.Take(choices.Count - 1)) + " or " + choices[choices.Count - 1];

    private bool Wrong(JsonNode value, GrammarProperty property, Place place, string expected, string part = "")
    {
        var actual = value.Kind is JsonKind.Number && property.Type is PropertyType.Integer ? value.Text : Kind(value);
        findings.Add(RuleIds.WrongType, value.Token, [$"{part}{property.Name} of {place}", $"is {actual}; write {expected}"]);
        return false;
    }
}
