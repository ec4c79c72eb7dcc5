using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Testing.Internal;

/// <summary>A file that is given to the compiler beside the sources: an item of <c>AdditionalFiles</c>. Immutable; another text is
/// another file at the same path.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">What stands in it.</param>
public sealed class TestFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
