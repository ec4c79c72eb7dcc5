using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>What strings in a JSON text say, and where in the text each character of it stands.</summary>
internal static class JsonStrings
{
    // What is no longer is gone through as fast as a place near by is looked up.
    private const int Long = 512;

    // What a string that is not closed has in it besides what it says.
    private static readonly char[] Swallowed = [',', ' ', '\t', '}', ']'];

    /// <summary>What a string says. An escape that is none stands for itself.</summary>
    public static string Decode(JsonNode node)
    {
        var (start, end) = Inside(node);
        var text = node.Tree.Text;
        if (!node.Tree[node.Index].HasEscapes)
            return node.IsDamaged ? text.Substring(start, end - start).TrimEnd(Swallowed) : text.Substring(start, end - start);
        var decoded = new StringBuilder(end - start);
        while (start < end)
        {
            decoded.Append(CharAt(text, start, end, out var length));
            start += length;
        }

        return decoded.ToString();
    }

    /// <summary>The place in the text of a stretch of what a string says.</summary>
    public static TextSpan SpanIn(JsonNode node, int start, int length)
    {
        var (position, end) = Inside(node);
        if (!node.Tree[node.Index].HasEscapes)
            return new(Math.Min(position + start, end), Math.Min(length, Math.Max(0, end - position - start)));
        return TextSpan.Between(PlaceOf(node, start, position, end), PlaceOf(node, start + length, position, end));
    }

    /// <summary>The places in the text of every so-many-th character of what a string says, from the first on.</summary>
    public static int[] PlacesIn(JsonNode node, int stride)
    {
        var (position, end) = Inside(node);
        var places = new List<int> { position };
        while (position < end)
            places.Add(position = Advance(node.Tree.Text, position, end, stride));
        return [.. places];
    }

    private static int PlaceOf(JsonNode node, int number, int position, int end) => end - position <= Long
        ? Advance(node.Tree.Text, position, end, number)
        : Advance(node.Tree.Text, node.Tree.Lookup.NearPlaceOf(node, number, out var left), end, left);

    private static int Advance(string text, int position, int end, int count)
    {
        for (; count > 0 && position < end; count--)
        {
            CharAt(text, position, end, out var length);
            position += length;
        }

        return position;
    }

    // Between the quotes, of which a damaged string may lack one.
    private static (int Start, int End) Inside(JsonNode node)
    {
        var span = node.Span;
        var text = node.Tree.Text;
        var quote = span.Length > 0 && text[span.Start] is '"' or '\'' ? text[span.Start] : '\0';
        if (quote == '\0')
            return (span.Start, span.End);
        var isClosed = span.Length > 1 && text[span.End - 1] == quote && !node.Tree[node.Index].IsDamaged;
        return (span.Start + 1, isClosed ? span.End - 1 : span.End);
    }

    private static char CharAt(string text, int position, int end, out int length)
    {
        length = 1;
        if (text[position] != '\\' || position + 1 >= end)
            return text[position];
        length = 2;
        switch (text[position + 1])
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '"' or '\\' or '/': return text[position + 1];
            case 'u' when position + 6 <= end && IsHex(text, position + 2):
                length = 6;
                return (char)int.Parse(text.Substring(position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default:
                length = 1;
                return text[position];
        }
    }

    /// <summary>Whether four hexadecimal digits stand at <paramref name="position"/>.</summary>
    internal static bool IsHex(string text, int position)
    {
        if (position + 4 > text.Length)
            return false;
        for (var i = position; i < position + 4; i++)
        {
            if (text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                return false;
        }

        return true;
    }
}
