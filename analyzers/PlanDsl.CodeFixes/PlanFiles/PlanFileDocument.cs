using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PlanDsl.Compiler;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.CodeFixes;

/// <summary>A plan file in an editor: an additional file of a project, as JSON and as a plan. Immutable.</summary>
internal sealed class PlanFileDocument
{
    private PlanFile? _file;

    private PlanFileDocument(TextDocument document, string path, SourceText text)
    {
        Document = document;
        Path = path;
        Text = text;
        Tree = JsonTree.Parse(text.ToString());
    }

    public TextDocument Document { get; }

    public string Path { get; }

    public SourceText Text { get; }

    public JsonTree Tree { get; }

    /// <summary>The plan; it is read when it is first asked for, which few fixes do.</summary>
    public PlanFile File => _file ??= PlanFileReader.Read(Tree.Text, Path);

    /// <summary>The plan file that <paramref name="document"/> is; <see langword="null"/> for other documents.</summary>
    public static async Task<PlanFileDocument?> TryReadAsync(TextDocument document, CancellationToken cancellationToken)
    {
        var path = document.FilePath ?? document.Name;
        return document is not Microsoft.CodeAnalysis.Document && PlanFilePlace.IsPlanFile(path)
            ? new(document, path, await document.GetTextAsync(cancellationToken).ConfigureAwait(false))
            : null;
    }

    /// <summary>Where a diagnostic stands; <see langword="null"/> if it is about another file, or about a text that is no more.</summary>
    public JsonPlace? Find(Diagnostic diagnostic) =>
        diagnostic.Location.Kind is LocationKind.ExternalFile && diagnostic.Location.SourceSpan.End <= Text.Length
            ? JsonPlace.Find(Tree, diagnostic.Location.SourceSpan)
            : null;

    /// <summary>The stretch of the text as it is written.</summary>
    public string TextOf(TextSpan span) => Text.ToString(span);
}
