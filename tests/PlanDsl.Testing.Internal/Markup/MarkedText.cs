using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Testing.Internal;

/// <summary>A source in which spans are marked, by <c>[|…|]</c> or with a label by <c>{|label:…|}</c>. Marks may nest and adjoin;
/// an opening bracket alone can be marked with a label.</summary>
/// <param name="Text">The source without the markup.</param>
/// <param name="Marks">The marks in the order in which they open.</param>
public sealed record MarkedText(string Text, ImmutableArray<Mark> Marks)
{
    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Takes the markup out of <paramref name="source"/>.</summary>
    /// <exception cref="FormatException">A mark is opened and not closed, or closed and not opened.</exception>
    public static MarkedText Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var marks = new List<Mark>();
        var open = new Stack<(int Mark, string Close)>();
        for (var i = 0; i < source.Length;)
        {
            var rest = source.AsSpan(i);
            if (rest.StartsWith("[|") && !rest.StartsWith("[|}"))
            {
                Open("", "|]");
                i += 2;
            }
            else if (rest.StartsWith("{|") && rest.IndexOf(':') is var colon and > 0 && !rest[2..colon].ContainsAnyExcept(LabelCharacters))
            {
                Open(rest[2..colon].ToString(), "|}");
                i += colon + 1;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                Close(rest[..2].ToString());
                i += 2;
            }
            else
            {
                text.Append(source[i++]);
            }
        }

        return open.Count == 0 ? new(text.ToString(), [.. marks]) : throw new FormatException($"A mark is not closed by '{open.Peek().Close}'.");

        void Open(string label, string close)
        {
            open.Push((marks.Count, close));
            marks.Add(new Mark(label, new TextSpan(text.Length, 0)));
        }

        void Close(string close)
        {
            if (!open.TryPop(out var opened) || opened.Close != close)
                throw new FormatException($"'{close}' closes no mark, at: {text}");
            var mark = marks[opened.Mark];
            marks[opened.Mark] = mark with { Span = TextSpan.FromBounds(mark.Span.Start, text.Length) };
        }
    }

    /// <summary>The source with its markup: what <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        // Of marks that start together the longest opens first; of those that end together the last opened closes first.
        var opening = Marks.OrderBy(static mark => mark.Span.Start).ThenByDescending(static mark => mark.Span.Length).ToArray();
        var text = new StringBuilder();
        var open = new Stack<Mark>();
        var next = 0;
        for (var i = 0; i <= Text.Length; i++)
        {
            while (open.TryPeek(out var last) && last.Span.End <= i && last.Span.Length > 0)
                text.Append(Closing(open.Pop()));
            for (; next < opening.Length && opening[next].Span.Start == i; next++)
            {
                text.Append(opening[next].Label.Length == 0 ? "[|" : $"{{|{opening[next].Label}:");
                if (opening[next].Span.Length == 0)
                    text.Append(Closing(opening[next]));
                else
                    open.Push(opening[next]);
            }

            if (i < Text.Length)
                text.Append(Text[i]);
        }

        return text.ToString();

        static string Closing(Mark mark) => mark.Label.Length == 0 ? "|]" : "|}";
    }
}
