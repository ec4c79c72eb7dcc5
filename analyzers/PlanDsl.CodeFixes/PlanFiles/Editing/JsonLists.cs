using System.Collections.Immutable;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>The parts of objects and arrays as they stand in the text, with the commas behind them.</summary>
internal static class JsonLists
{
    /// <summary>The name of the property whose value <paramref name="value"/> is.</summary>
    public static JsonNode NameOf(JsonNode value) => new(value.Tree, value.Index - 1);

    /// <summary>The properties of an object or the elements of an array.</summary>
    public static ImmutableArray<JsonPart> PartsOf(JsonNode node)
    {
        var parts = ImmutableArray.CreateBuilder<JsonPart>();
        foreach (var (name, value) in node.Properties)
            parts.Add(PartOf(name.Index, name.Span.Start, value));
        foreach (var item in node.Items)
            parts.Add(PartOf(item.Index, item.Span.Start, item));
        return parts.ToImmutable();
    }

    private static JsonPart PartOf(int node, int start, JsonNode last)
    {
        var scanner = new JsonScanner(last.Tree.Text) { Position = last.Span.End };
        scanner.SkipTrivia();
        return new(node, start, last.Span.End, scanner.Peek == ',' ? scanner.Position : null);
    }
}
