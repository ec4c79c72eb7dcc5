using Microsoft.CodeAnalysis.Text;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>Adds properties to objects in the layout that these have: all on one line, or one on each.</summary>
/// <param name="text">The text.</param>
internal sealed class JsonInsertion(SourceText text)
{
    /// <summary>What adds a property before all others of <paramref name="owner"/>.</summary>
    public IEnumerable<TextChange> First(JsonNode owner, string property)
    {
        var parts = JsonLists.PartsOf(owner);
        if (parts.IsEmpty)
            return [IntoEmpty(owner, property)];
        var first = parts[0];
        return [new(new(first.Start, 0), property + "," + Separator(first))];
    }

    /// <summary>What adds a property behind all others of <paramref name="owner"/>. A comment behind the last one stays on its line.</summary>
    public IEnumerable<TextChange> Last(JsonNode owner, string property)
    {
        var parts = JsonLists.PartsOf(owner);
        if (parts.IsEmpty)
            return [IntoEmpty(owner, property)];
        var last = parts[parts.Length - 1];
        var separator = Separator(last);
        var line = text.Lines.GetLineFromPosition(last.Comma ?? last.End);
        var place = separator == " " || line.End >= owner.Span.End ? (last.Comma + 1) ?? last.End : line.End;
        return last.Comma is null
            ? [new(new(last.End, 0), ","), new(new(place, 0), separator + property)]
            : [new(new(place, 0), separator + property + ",")];
    }

    private static TextChange IntoEmpty(JsonNode owner, string property)
    {
        var inside = owner.Span.Start + 1;
        return owner.Span.Length == 2
            ? new(new(inside, 0), $" {property} ")
            : new(new TextSpan(inside, 0), " " + property);
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
