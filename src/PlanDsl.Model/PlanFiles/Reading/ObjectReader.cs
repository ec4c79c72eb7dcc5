namespace PlanDsl.Model;

/// <summary>Reads objects by the grammar: finds unknown properties, properties that are written twice, and values of the wrong type.</summary>
internal sealed class ObjectReader(FileFindings findings)
{
    private readonly ValueCheck _values = new(findings);

    // What the step before has left, since most have as many values as the next.
    private int[]? _spare;

    /// <summary>Reads <paramref name="node"/>, which is an object.</summary>
    public ObjectView Read(JsonNode node, GrammarObject grammar, Place place)
    {
        var values = _spare?.Length == grammar.Properties.Length ? _spare : new int[grammar.Properties.Length];
        if (values == _spare)
            _spare = null;
        var marks = 0UL;
        List<JsonNode>? unknown = null;
        foreach (var (name, value) in node.Properties)
        {
            var number = Find(name, grammar);
            if (number < 0)
            {
                (unknown ??= []).Add(name);
                continue;
            }

            marks |= grammar.Properties[number].Mark;
            ref var slot = ref values[number];
            if (slot != ObjectView.Absent)
                findings.Add(RuleIds.NotOneKind, name.Span, [place.AtStart, $"says {grammar.Properties[number].Name} twice; keep one of the two"]);
            slot = _values.IsRight(value, grammar.Properties[number], place)
                ? value.Kind is JsonKind.Null ? ObjectView.Null : value.Index
                : ObjectView.Wrong;
        }

        if (unknown is not null)
            marks |= ReportUnknown(unknown, grammar, values, place);
        foreach (var property in grammar.Required)
        {
            if (values[property.Ordinal] is ObjectView.Absent or ObjectView.Null && !node.IsDamaged && property.Name != "steps")
                findings.Add(RuleIds.MissingProperty, node.Token, [place.AtStart, property.Name, Without(property)]);
        }

        return new(node, grammar, values, marks);
    }

    /// <summary>Says that nobody will look at a view any more.</summary>
    public void Release(ObjectView view) => _spare = view.Release();

    /// <summary>Has a property count as missing.</summary>
    /// <param name="node">The object.</param>
    /// <param name="property">The property.</param>
    /// <param name="place">What the object is.</param>
    /// <param name="remedy">What to do; <see langword="null"/> to add what the property means.</param>
    public void ReportMissing(JsonNode node, GrammarProperty property, Place place, string? remedy = null) =>
        findings.Add(RuleIds.MissingProperty, node.Token, [place.AtStart, property.Name, remedy ?? Without(property)]);

    private static string Without(GrammarProperty property) =>
        $"add it: {char.ToLowerInvariant(property.Description[0])}{property.Description.Substring(1).Split('.')[0]}";

    private static int Find(JsonNode name, GrammarObject grammar)
    {
        var token = name.Tree[name.Index];
        return token.HasEscapes || token.IsDamaged || name.IsBare
            ? grammar.Find(name.Value.AsSpan())
            : grammar.Find(name.Tree.Text.AsSpan(token.Start + 1, token.Length - 2));
    }

    // What else there is decides what a name can have been meant for.
    private ulong ReportUnknown(List<JsonNode> names, GrammarObject grammar, int[] values, Place place)
    {
        var marks = 0UL;
        foreach (var name in names)
        {
            if (ReportUnknown(name, grammar, values, place) is not { } meant || values[grammar[meant].Ordinal] != ObjectView.Absent)
                continue;
            values[grammar[meant].Ordinal] = ObjectView.Misspelt;
            marks |= grammar[meant].Mark;
        }

        return marks;
    }

    // The property that was probably meant, if the finding says so: none that is there, but where names are the author's own a slip is told of all the same.
    private string? ReportUnknown(JsonNode name, GrammarObject grammar, int[] values, Place place)
    {
        // A name without its quotes has been told of.
        if (name.IsBare)
            return null;
        var written = name.Value;
        var nearest = grammar.NearestTo(written, property => grammar.IsOpen || values[grammar[property].Ordinal] is ObjectView.Absent or ObjectView.Misspelt);
        if (grammar.IsOpen)
        {
            if (nearest is null || IsLonger(written, nearest))
                return null;
            findings.Warn(RuleIds.UnknownProperty, name.Span, [written, place.ToString(), $"did you mean '{nearest}'?"], nearest);
            return nearest;
        }

        var remedy = nearest is not null ? $"did you mean '{nearest}'?"
            : PlaceOf(written, grammar) is { } other ? $"it belongs into {other}"
            : "remove it, or keep notes of your own in ui_hints or in the plan's metadata";
        findings.Add(RuleIds.UnknownProperty, name.Span, [written, place.ToString(), remedy], nearest);
        return nearest;
    }

    // Of properties that are the author's own, one slip is meant: 'doc_id' is no slip for 'id'.
    private static bool IsLonger(string one, string other) =>
        one.EndsWith("_" + other, StringComparison.Ordinal) || other.EndsWith("_" + one, StringComparison.Ordinal);

    // An object in this one that has such a property.
    private static string? PlaceOf(string name, GrammarObject grammar)
    {
        foreach (var property in grammar.Properties)
        {
            if (property is { Type: PropertyType.Object, Object: { } inner } && inner().Find(name.AsSpan()) >= 0)
                return property.Name;
        }

        return null;
    }
}
