using System.Text;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An interpolated string of C# in the making.</summary>
internal sealed class InterpolatedText
{
    private readonly StringBuilder _text = new();

    /// <summary>Appends text.</summary>
    public void Append(string text)
    {
        var quoted = CSharpText.Quote(text);
        _text.Append(quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}"));
    }

    /// <summary>Appends a hole. In one without parentheses a colon would begin a format.</summary>
    public void Insert(string code) => _text.Append(code.Contains("::") || code.Contains(" ? ") ? $"{{({code})}}" : $"{{{code}}}");

    /// <summary>The string in C#.</summary>
    public override string ToString() => $"$\"{_text}\"";
}
