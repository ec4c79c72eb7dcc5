using Microsoft.CodeAnalysis.Text;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>The edits of one plan file, which become one change of its text. Nodes are those of the text as it was.</summary>
/// <param name="text">The text.</param>
internal sealed class FileEdits(SourceText text)
{
    private readonly List<TextChange> _changes = [];
    private readonly Dictionary<int, Removed> _removed = [];
    private readonly Dictionary<int, Added> _added = [];

    /// <summary>Writes <paramref name="replacement"/> in place of a stretch, the first that wants that.</summary>
    public void Replace(TextSpan span, string replacement)
    {
        if (!_changes.Exists(change => change.Span.OverlapsWith(span)))
            _changes.Add(new(span, replacement));
    }

    /// <summary>Adds a property before the others of <paramref name="owner"/>.</summary>
    public void AddFirst(JsonNode owner, string name, string json) => AddedTo(owner).First.Add(Property(name, json));

    /// <summary>Adds a property behind the others of <paramref name="owner"/>.</summary>
    public void AddLast(JsonNode owner, string name, string json) => AddedTo(owner).Last.Add(Property(name, json));

    /// <summary>Takes the element at <paramref name="item"/> out of its array, and the property with the last of them.</summary>
    public void Remove(JsonPlace item)
    {
        if (!_removed.TryGetValue(item.Parent!.Value.Index, out var removed))
            _removed.Add(item.Parent!.Value.Index, removed = new(item.Outer));
        removed.Nodes.Add(item.Node.Index);
    }

    /// <summary>The text with all edits.</summary>
    public SourceText Apply()
    {
        foreach (var emptied in _removed.Values.Where(static removed => removed.IsAll && removed.Owner.Parent is { Kind: JsonKind.Object }).ToArray())
        {
            _removed.Remove(emptied.Owner.Node.Index);
            var outer = emptied.Owner.Outer;
            if (!_removed.TryGetValue(outer.Node.Index, out var properties))
                _removed.Add(outer.Node.Index, properties = new(outer));
            properties.Nodes.Add(JsonLists.NameOf(emptied.Owner.Node).Index);
        }

        var gone = new TextSpans(_removed.Values.SelectMany(removed => JsonRemoval.Of(text, removed.Owner.Node, removed.Nodes)));
        var insertion = new JsonInsertion(text);
        return text.WithChanges(_changes
            .Concat(_added.Values.SelectMany(added => insertion.Into(added.Owner, added.First, added.Last)))
            .Where(change => !gone.Contains(change.Span))
            .Concat(gone.Select(static span => new TextChange(span, "")))
            .OrderBy(static change => change.Span.Start));
    }

    private Added AddedTo(JsonNode owner)
    {
        if (!_added.TryGetValue(owner.Index, out var added))
            _added.Add(owner.Index, added = new(owner));
        return added;
    }

    private static string Property(string name, string json) => $"{JsonWriting.Quote(name)}: {json}";

    private sealed record Added(JsonNode Owner)
    {
        public List<string> First { get; } = [];

        public List<string> Last { get; } = [];
    }

    private sealed record Removed(JsonPlace Owner)
    {
        public HashSet<int> Nodes { get; } = [];

        public bool IsAll => JsonLists.PartsOf(Owner.Node).All(part => Nodes.Contains(part.Node));
    }
}
