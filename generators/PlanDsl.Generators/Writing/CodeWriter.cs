using System.Text;

namespace PlanDsl.Generators;

/// <summary>Writes indented C#. Lines end with <c>\n</c> on every machine, blank lines carry no blanks, and blocks are
/// scopes: <c>using (writer.Block("class C")) { … }</c>. Reading the text asserts that every block was closed.</summary>
internal sealed class CodeWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes a line, or several, each at the current indentation.</summary>
    public void WriteLine(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
            if (length > 0)
                _text.Append(' ', _level * SpacesPerLevel).Append(text, start, length);
            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing closes it.</summary>
    /// <param name="header">What stands above the brace: a declaration or a statement's head.</param>
    /// <param name="close">What closes the block.</param>
    public Scope Block(string header, string close = "}")
    {
        WriteLine(header);
        return Braces(close);
    }

    /// <summary>Writes an opening brace; disposing closes it.</summary>
    public Scope Braces(string close = "}")
    {
        WriteLine("{");
        return Indent(close);
    }

    /// <summary>Indents what follows, without braces; disposing ends it and writes <paramref name="close"/>, if given.</summary>
    public Scope Indent(string? close = null)
    {
        _level++;
        return new(this, close);
    }

    /// <summary>The text written so far.</summary>
    /// <exception cref="InvalidOperationException">A block is still open.</exception>
    public override string ToString()
    {
        if (_level != 0)
            throw new InvalidOperationException("A block of the generated code was not closed.");
        return _text.ToString();
    }

    private void Close(string? text)
    {
        if (--_level < 0)
            throw new InvalidOperationException("A block of the generated code was closed twice.");
        if (text is not null)
            WriteLine(text);
    }

    /// <summary>An open block.</summary>
    public readonly struct Scope(CodeWriter writer, string? close) : IDisposable
    {
        /// <summary>Closes the block.</summary>
        public void Dispose() => writer.Close(close);
    }
}
