using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>Writes JSON for people: indented, one property a line, short lists on one.</summary>
internal sealed class SchemaWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public void Begin(string? name = null)
    {
        if (name is null && _depth > 0)
            Separate();
        if (name is not null)
            Name(name);
        _text.Append('{');
        _depth++;
        _isFirst = true;
    }

    public void End()
    {
        _depth--;
        _text.Append('\n').Append(' ', _depth * 2).Append('}');
        _isFirst = false;
        if (_depth == 0)
            _text.Append('\n');
    }

    public void Text(string name, string value)
    {
        Name(name);
        Append(value);
    }

    public void Number(string name, int value)
    {
        Name(name);
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
    }

    public void False(string name)
    {
        Name(name);
        _text.Append("false");
    }

    /// <summary>Strings in a list, and <c>null</c> behind them where that may be written too.</summary>
    public void Texts(string name, IEnumerable<string> values, bool orNull = false)
    {
        Name(name);
        var separator = "[";
        foreach (var value in values)
        {
            _text.Append(separator);
            Append(value);
            separator = ", ";
        }

        _text.Append(orNull ? separator + "null]" : "]");
    }

    public override string ToString() => _text.ToString();

    private void Name(string name)
    {
        Separate();
        Append(name);
        _text.Append(": ");
    }

    private void Separate()
    {
        if (!_isFirst)
            _text.Append(',');
        _text.Append('\n').Append(' ', _depth * 2);
        _isFirst = false;
    }

    private void Append(string value) =>
        _text.Append('"').Append(value.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
}
