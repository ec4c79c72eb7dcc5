using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>Takes parts out of an object or an array: with their commas, and with their lines where these hold nothing else. Comments
/// stay, and a comma behind the last part stays where there was one.</summary>
internal sealed class JsonRemoval
{
    private readonly SourceText _text;
    private readonly ImmutableArray<JsonPart> _parts;
    private readonly HashSet<int> _removed;
    private readonly List<TextSpan> _spans = [];

    private JsonRemoval(SourceText text, JsonNode owner, HashSet<int> removed)
    {
        _text = text;
        _parts = JsonLists.PartsOf(owner);
        _removed = removed;
    }

    /// <summary>What goes of the text when the parts with these nodes are taken out of <paramref name="owner"/>.</summary>
    public static IReadOnlyList<TextSpan> Of(SourceText text, JsonNode owner, HashSet<int> removed)
    {
        var removal = new JsonRemoval(text, owner, removed);
        removal.Run();
        return removal._spans;
    }

    private void Run()
    {
        foreach (var part in _parts.Where(part => _removed.Contains(part.Node)))
        {
            if (part.Comma is not { } comma)
                RemoveLast(part);
            else if (IsBlank(part.End, comma))
                Remove(part.Start, comma + 1);
            else
                _spans.AddRange([TextSpan.FromBounds(part.Start, part.End), new(comma, 1)]);
        }
    }

    // Before it the comma goes that is behind the last part that stays.
    private void RemoveLast(JsonPart part)
    {
        var kept = _parts.LastOrDefault(other => !_removed.Contains(other.Node));
        if (kept.Comma is { } comma)
            _spans.Add(new(comma, 1));
        if (IsBlank(LineStart(part.Start), part.Start) && IsBlank(part.End, LineEnd(part.End)))
            Remove(part.Start, part.End);
        else
            _spans.Add(TextSpan.FromBounds(Before(part.Start, static letter => char.IsWhiteSpace(letter)), part.End));
    }

    private void Remove(int start, int end)
    {
        var (lineStart, lineEnd) = (LineStart(start), LineEnd(end));
        if (IsBlank(lineStart, start) && IsBlank(end, lineEnd))
            _spans.Add(TextSpan.FromBounds(lineStart, _text.Lines.GetLineFromPosition(end).EndIncludingLineBreak));
        else if (IsBlank(end, lineEnd) || _text[end] is ']' or '}')
            _spans.Add(TextSpan.FromBounds(Before(start, IsBlank), end));
        else
            _spans.Add(TextSpan.FromBounds(start, After(end)));
    }

    private int LineStart(int position) => _text.Lines.GetLineFromPosition(position).Start;

    private int LineEnd(int position) => _text.Lines.GetLineFromPosition(position).End;

    private int Before(int position, Func<char, bool> isSkipped)
    {
        while (position > 0 && isSkipped(_text[position - 1]))
            position--;
        return position;
    }

    private int After(int position)
    {
        while (position < _text.Length && IsBlank(_text[position]))
            position++;
        return position;
    }

    private bool IsBlank(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(_text[i]))
                return false;
        }

        return true;
    }

    private static bool IsBlank(char letter) => letter is ' ' or '\t';
}
