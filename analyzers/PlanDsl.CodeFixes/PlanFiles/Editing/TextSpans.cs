using System.Collections;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.CodeFixes;

/// <summary>Stretches of a text, in its order; those that touch or overlap are one.</summary>
internal sealed class TextSpans : IEnumerable<TextSpan>
{
    private readonly List<TextSpan> _spans = [];

    public TextSpans(IEnumerable<TextSpan> spans)
    {
        foreach (var span in spans.OrderBy(static span => span.Start))
        {
            if (_spans.Count > 0 && _spans[_spans.Count - 1] is var last && span.Start <= last.End)
                _spans[_spans.Count - 1] = TextSpan.FromBounds(last.Start, Math.Max(last.End, span.End));
            else
                _spans.Add(span);
        }
    }

    /// <summary>Whether one of them holds all of <paramref name="span"/>.</summary>
    public bool Contains(TextSpan span) => _spans.Exists(other => other.Contains(span));

    public IEnumerator<TextSpan> GetEnumerator() => _spans.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
