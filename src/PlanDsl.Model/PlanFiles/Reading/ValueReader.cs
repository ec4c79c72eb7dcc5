using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Reads JSON values: with insertions in their strings, or as they are.</summary>
internal sealed class ValueReader(FileFindings findings, InsertionReader templates)
{
    /// <summary>The properties of an object, with insertions.</summary>
    public EquatableArray<NamedValue> ReadNamed(JsonNode? node, ReferenceReader references, string property)
    {
        if (node is not { } map)
            return [];
        var values = ImmutableArray.CreateBuilder<NamedValue>();
        foreach (var (name, value) in Once(map, references.Scope.Place))
            values.Add(new(name.Value, Read(value, references, property)));
        return values.ToImmutable();
    }

    /// <summary>Environment variables, with insertions. Each may read those above it.</summary>
    /// <param name="variables">The object that they are.</param>
    /// <param name="references">Where their references go.</param>
    /// <param name="set">Gets the name of each once its value has been read.</param>
    public EquatableArray<NamedTemplate> ReadEnvironment(JsonNode variables, ReferenceReader references, HashSet<string> set)
    {
        references.Scope.Environment = variables;
        var values = ImmutableArray.CreateBuilder<NamedTemplate>();
        foreach (var (name, value) in Once(variables, references.Scope.Place))
        {
            if (FaultOfVariable(name.Value) is { } fault)
                findings.Add(RuleIds.InvalidName, name.Span, [name.Value, "the name of an environment variable", fault]);
            references.Scope.Variable = name.Value;
            if (value.Kind is JsonKind.String)
                values.Add(new(name.Value, templates.ReadForProcess(value, references, "env", name.Value)));
            else if (value.Kind is not JsonKind.Missing)
                findings.Add(RuleIds.WrongType, value.Token, [references.Scope.Place.NameOf("env", name.Value), $"is {ValueCheck.Kind(value)}; write a string"]);
            set.Add(name.Value);
        }

        references.Scope.Environment = null;
        return values.ToImmutable();
    }

    /// <summary>The properties of an object, of which none is written twice.</summary>
    public IEnumerable<(JsonNode Name, JsonNode Value)> Once(JsonNode map, Place place)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in map.Properties)
        {
            if (names.Add(name.Value))
                yield return (name, value);
            else
                findings.Add(RuleIds.NotOneKind, name.Span, [place.AtStart, $"says {name.Value} twice; keep one of the two"]);
        }
    }

    // As every system has them.
    private static string? FaultOfVariable(string name) =>
        name.Length == 0 ? "it is empty; write a name"
        : name.Contains('=') ? "it has a '='; write the value behind the name"
        : name.Contains('\0') ? "it has the character U+0000; leave it out"
        : null;

    private ValueTemplate Read(JsonNode node, ReferenceReader references, string property)
    {
        switch (node.Kind)
        {
            case JsonKind.String:
                return new TextValue(templates.Read(node, references, property, mayBeNull: true));
            case JsonKind.Array:
                var items = ImmutableArray.CreateBuilder<ValueTemplate>();
                foreach (var item in node.Items)
                    items.Add(Read(item, references, property));
                return new ArrayValue(items.ToImmutable());
            case JsonKind.Object:
                return new ObjectValue(ReadNamed(node, references, property));
            default:
                return new LiteralValue(node.Kind is JsonKind.Missing ? "null" : node.Text);
        }
    }
}
