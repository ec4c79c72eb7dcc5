using System.Collections.Immutable;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>A stretch of a JSON text in its tree.</summary>
/// <param name="Nodes">The nodes around it, from the root inwards; at the end a value or the name of a property.</param>
internal sealed record JsonPlace(ImmutableArray<JsonNode> Nodes)
{
    /// <summary>The innermost node.</summary>
    public JsonNode Node => Nodes[Nodes.Length - 1];

    /// <summary>The object or array that the node is part of; <see langword="null"/> for the root.</summary>
    public JsonNode? Parent => Nodes.Length > 1 ? Nodes[Nodes.Length - 2] : null;

    /// <summary>The innermost object.</summary>
    public JsonNode? Object => Nodes.Where(static node => node.Kind is JsonKind.Object).Select(static node => (JsonNode?)node).LastOrDefault();

    /// <summary>The place of <paramref name="span"/>; <see langword="null"/> where there is nothing around it.</summary>
    public static JsonPlace? Find(JsonTree tree, TextSpan span)
    {
        if (!IsAround(tree.Root, span))
            return null;
        var nodes = ImmutableArray.CreateBuilder<JsonNode>();
        for (JsonNode? node = tree.Root; node is { } around; node = PartAround(around, span))
            nodes.Add(around);
        return new(nodes.ToImmutable());
    }

    /// <summary>The place of the node that this one is part of.</summary>
    public JsonPlace Outer => new(Nodes.RemoveAt(Nodes.Length - 1));

    /// <summary>The name of the property whose value <paramref name="node"/>, one of <see cref="Nodes"/>, is; <see langword="null"/> for an element and for the root.</summary>
    public string? NameOf(JsonNode node)
    {
        var position = Nodes.IndexOf(node, new SameNode());
        return position > 0 && Nodes[position - 1].Kind is JsonKind.Object ? JsonLists.NameOf(node).Value : null;
    }

    private static JsonNode? PartAround(JsonNode node, TextSpan span)
    {
        foreach (var (name, value) in node.Properties)
        {
            if (IsAround(name, span))
                return name;
            if (IsAround(value, span))
                return value;
        }

        foreach (var item in node.Items)
        {
            if (IsAround(item, span))
                return item;
        }

        return null;
    }

    private static bool IsAround(JsonNode node, TextSpan span) => node.Span.Start <= span.Start && span.End <= node.Span.End && node.Span.Length > 0;

    private sealed class SameNode : IEqualityComparer<JsonNode>
    {
        public bool Equals(JsonNode one, JsonNode other) => one.Index == other.Index;

        public int GetHashCode(JsonNode node) => node.Index;
    }
}
