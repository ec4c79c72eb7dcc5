using System.Collections.Immutable;
using System.Text;

namespace PlanDsl.Model;

/// <summary>Splits a string into the parts of a template, from left to right, once.</summary>
internal sealed class TemplateReader
{
    private static readonly char[] Marks = ['$', '{'];

    private readonly string _text;
    private readonly ExpressionEnd _ends;
    private readonly ImmutableArray<TemplatePart>.Builder _parts = ImmutableArray.CreateBuilder<TemplatePart>();
    private readonly ExpressionFaults _faults = new();
    private readonly StringBuilder _pending = new();
    private readonly int _lastBrace;
    private int _pendingStart;
    private int _copied;

    private TemplateReader(string text)
    {
        _text = text;
        _ends = new(text);
        _lastBrace = text.LastIndexOf('}');
    }

    public static Template Read(string text)
    {
        if (text.Length == 0)
            return new([], []);
        return text.IndexOfAny(Marks) < 0
            ? new([new(TemplatePartKind.Text, text, null, 0, text.Length)], [])
            : new TemplateReader(text).Read();
    }

    private Template Read()
    {
        var i = 0;
        while (i < _text.Length && _text.IndexOfAny(Marks, i) is >= 0 and var mark)
            i = Is("$${", mark) ? Escape(mark, 3, "${")
                : Is("${", mark) ? Variable(mark)
                : Is("{{{{", mark) ? Escape(mark, 4, "{{")
                : Is("{{", mark) ? Expression(mark)
                : mark + 1;
        CloseText(_text.Length, _text.Length);
        return new(_parts.ToImmutable(), _faults.InOrder()) { Omitted = _faults.Omitted };
    }

    private bool Is(string mark, int at) => string.CompareOrdinal(_text, at, mark, 0, mark.Length) == 0;

    private int Escape(int mark, int length, string meaning)
    {
        _pending.Append(_text, _copied, mark - _copied).Append(meaning);
        return _copied = mark + length;
    }

    private int Variable(int mark)
    {
        var start = SkipSpace(mark + 2);
        var end = VariableName.EndOf(_text, start);
        var brace = SkipSpace(end);
        if (end > start && brace < _text.Length && _text[brace] == '}')
        {
            var name = _text.Substring(start, end - start);
            if (brace - mark - 2 > name.Length)
                _faults.Add(new(mark, brace + 1 - mark, $"a variable is written without spaces; write ${{{name}}}, or $${{ for a literal ${{"));
            return Add(new(TemplatePartKind.Variable, name, null, mark, brace + 1 - mark));
        }

        if (_lastBrace < mark && !Is("{", mark + 2))
            _faults.Add(new(mark, 2, "this '${' has no '}'; close it, or write $${ for a literal ${"));
        return mark + 1;
    }

    private int Expression(int mark)
    {
        var end = _ends.Of(mark + 2, out var resumesAt);
        if (end < 0)
        {
            _faults.Add(new(mark, 2, "this '{{' has no '}}'; close it, or write {{{{ for a literal {{"));
            return resumesAt;
        }

        var parsed = Model.Expression.Parse(_text, mark + 2, end);
        _faults.AddAll(parsed);
        return Add(new(TemplatePartKind.Expression, _text.Substring(mark + 2, end - mark - 2), parsed.Root, mark, end + 2 - mark));
    }

    private int Add(TemplatePart part)
    {
        var end = part.Start + part.Length;
        CloseText(part.Start, end);
        _parts.Add(part);
        return end;
    }

    private void CloseText(int end, int next)
    {
        _pending.Append(_text, _copied, end - _copied);
        if (_pending.Length > 0)
            _parts.Add(new(TemplatePartKind.Text, _pending.ToString(), null, _pendingStart, end - _pendingStart));
        _pending.Clear();
        _copied = _pendingStart = next;
    }

    private int SkipSpace(int i)
    {
        while (i < _text.Length && char.IsWhiteSpace(_text[i]))
            i++;
        return i;
    }
}
