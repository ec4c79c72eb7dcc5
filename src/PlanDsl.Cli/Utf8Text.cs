using System.Text;

namespace PlanDsl.Cli;

/// <summary>Takes UTF-8 and writes it as text.</summary>
/// <param name="output">Where it is written.</param>
internal sealed class Utf8Text(TextWriter output) : WriteOnlyStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var letters = new char[_decoder.GetCharCount(buffer, flush: false)];
        output.Write(letters, 0, _decoder.GetChars(buffer, letters, flush: false));
    }
}
