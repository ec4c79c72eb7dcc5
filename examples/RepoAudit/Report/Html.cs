using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace RepoAudit;

/// <summary>Writes HTML from interpolated strings: their literal text is markup, whatever is interpolated is text and escaped.
/// So nothing that a file is named or contains becomes markup.</summary>
public sealed class Html(TextWriter output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private TextWriter Output => output;

    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation markup) => _ = markup;

    /// <summary>Writes markup that is known to be good, our own style sheet for one.</summary>
    public void WriteMarkup(string markup) => output.Write(markup);

    // Names may hold control characters; each has a picture.
    private static string Visible(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\x1F')
            ? string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = source[i] < ' ' ? (char)('\u2400' + source[i]) : source[i];
            })
            : text;

    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly TextWriter _output;

        public Interpolation(int literalLength, int formattedCount, Html html)
        {
            _ = (literalLength, formattedCount);
            _output = html.Output;
        }

        public void AppendLiteral(string markup) => _output.Write(markup);

        public void AppendFormatted(string? text) => Encoder.Encode(_output, Visible(text ?? ""));

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
