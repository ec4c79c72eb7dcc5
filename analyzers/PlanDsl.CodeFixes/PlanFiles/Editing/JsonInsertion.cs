using Microsoft.CodeAnalysis.Text;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>Adds properties to objects in the layout that these have: all on one line, or one on each.</summary>
/// <param name="text">The text.</param>
internal sealed class JsonInsertion(SourceText text)
{
    /// <summary>What adds properties to <paramref name="owner"/>. A comment behind its last property stays on its line.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="first">Those before the ones that are there.</param>
    /// <param name="last">Those behind them.</param>
    public IEnumerable<TextChange> Into(JsonNode owner, IReadOnlyList<string> first, IReadOnlyList<string> last)
    {
        var parts = JsonLists.PartsOf(owner);
        if (parts.IsEmpty)
            return [IntoEmpty(owner, string.Join(", ", first.Concat(last)))];
        return [.. Before(parts[0], first), .. Behind(parts[parts.Length - 1], last)];
    }

    private IEnumerable<TextChange> Before(JsonPart part, IReadOnlyList<string> properties) =>
        properties.Select(property => new TextChange(new(part.Start, 0), property + "," + Separator(part)));

    private IEnumerable<TextChange> Behind(JsonPart part, IReadOnlyList<string> properties)
    {
        if (properties.Count == 0)
            return [];
        var separator = Separator(part);
        var end = (part.Comma + 1) ?? part.End;
        var place = separator == " " ? end : EndOfComments(end);
        var added = separator + string.Join("," + separator, properties);
        return part.Comma is null
            ? [new(new(part.End, 0), ","), new(new(place, 0), added)]
            : [new(new(place, 0), added + ",")];
    }

    // Behind the comments that begin on a line, on whichever line they end.
    private int EndOfComments(int position)
    {
        var end = position;
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t')
                position++;
            else if (StartsAt(position, "//"))
                return text.Lines.GetLineFromPosition(position).End;
            else if (StartsAt(position, "/*"))
                end = position = EndOfComment(position + 2);
            else
                break;
        }

        return end;
    }

    private int EndOfComment(int position)
    {
        while (position < text.Length && !StartsAt(position, "*/"))
            position++;
        return Math.Min(position + 2, text.Length);
    }

    private bool StartsAt(int position, string mark) => position + 1 < text.Length && text[position] == mark[0] && text[position + 1] == mark[1];

    private static TextChange IntoEmpty(JsonNode owner, string properties)
    {
        var inside = owner.Span.Start + 1;
        return owner.Span.Length == 2
            ? new(new(inside, 0), $" {properties} ")
            : new(new TextSpan(inside, 0), " " + properties);
    }

    // What stands between two properties: a blank, or a line break and the indentation of the one that is there.
    private string Separator(JsonPart part)
    {
        var line = text.Lines.GetLineFromPosition(part.Start);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, part.Start));
        if (indentation.Any(static letter => letter is not (' ' or '\t')))
            return " ";
        return LineBreak + indentation;
    }

    private string LineBreak
    {
        get
        {
            var first = text.Lines[0];
            return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
        }
    }
}
