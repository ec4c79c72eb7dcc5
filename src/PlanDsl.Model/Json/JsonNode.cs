using System.Globalization;

namespace PlanDsl.Model;

/// <summary>A value in a <see cref="JsonTree"/>.</summary>
internal readonly struct JsonNode(JsonTree tree, int index)
{
    public JsonTree Tree => tree;

    /// <summary>The number of the node in its tree.</summary>
    public int Index => index;

    public JsonKind Kind => tree[index].Kind;

    /// <summary>Whether something of it could not be read, so that what is not there may have been written.</summary>
    public bool IsDamaged => tree[index].IsDamaged;

    /// <summary>The whole of it.</summary>
    public TextSpan Span => new(tree[index].Start, tree[index].Length);

    /// <summary>Where it is shown: a string or a number as a whole, an object or an array at its bracket.</summary>
    public TextSpan Token => Kind is JsonKind.Object or JsonKind.Array ? new(tree[index].Start, 1) : Span;

    /// <summary>Whether it is a string that lacks its quotes.</summary>
    public bool IsBare => Kind is JsonKind.String && tree.Text[tree[index].Start] != '"';

    /// <summary>How it is written.</summary>
    public string Text => tree.Text.Substring(tree[index].Start, tree[index].Length);

    /// <summary>What a string says.</summary>
    public string Value => JsonStrings.Decode(this);

    /// <summary>The properties of an object; none of any other value.</summary>
    public JsonProperties Properties => new(tree, index, Kind is JsonKind.Object);

    /// <summary>The elements of an array; none of any other value.</summary>
    public JsonItems Items => new(tree, index, Kind is JsonKind.Array);

    /// <summary>The value of the property with this name, its last where there are several.</summary>
    public JsonNode? Find(string name) => FindName(name) is { } found ? new(tree, found.Index + 1) : null;

    /// <summary>The name of that property as it stands in the text.</summary>
    public JsonNode? FindName(string name)
    {
        JsonNode? found = null;
        var left = JsonLookup.Long;
        foreach (var property in Properties)
        {
            if (left-- == 0)
                return tree.Lookup.FindName(this, name);
            if (property.Name.Says(name))
                found = property.Name;
        }

        return found;
    }

    /// <summary>The element of an array with this number.</summary>
    public JsonNode? ItemAt(int number)
    {
        if (number >= JsonLookup.Long)
            return tree.Lookup.ItemAt(this, number);
        foreach (var item in Items)
        {
            if (number-- == 0)
                return item;
        }

        return null;
    }

    /// <summary>Whether it is a string that says <paramref name="text"/>.</summary>
    public bool Says(string text)
    {
        if (Kind is not JsonKind.String)
            return false;
        var token = tree[index];
        return token.HasEscapes || token.IsDamaged
            ? Value == text
            : token.Length == text.Length + 2 && string.CompareOrdinal(tree.Text, token.Start + 1, text, 0, text.Length) == 0;
    }

    /// <summary>What a number is; <see langword="null"/> for one that is too large for a decimal, and for what is no number.</summary>
    public decimal? Number =>
        Kind is JsonKind.Number && decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
