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

    /// <summary>Strings by their names, with insertions.</summary>
    public EquatableArray<NamedTemplate> ReadTemplates(JsonNode? node, ReferenceReader references, string property)
    {
        if (node is not { } map)
            return [];
        var values = ImmutableArray.CreateBuilder<NamedTemplate>();
        foreach (var (name, value) in Once(map, references.Scope.Place))
            values.Add(new(name.Value, templates.Read(value, references, property, mayBeNull: false)));
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
