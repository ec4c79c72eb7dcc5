using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>A diagnostic as far as markup can say it: which, in which source, where.</summary>
internal sealed record Reported(string Path, TextSpan Span, string Id)
{
    // The words are for the message of a failing test; they do not make two of them differ.
    private string Message { get; init; } = "";

    public bool Equals(Reported? other) => other is not null && (Path, Span, Id) == (other.Path, other.Span, other.Id);

    public override int GetHashCode() => (Path, Span, Id).GetHashCode();

    public static Reported Expected(string path, Mark mark, string defaultId) =>
        new(path, mark.Span, mark.Label.Length == 0 ? defaultId : mark.Label);

    /// <summary>The diagnostic and, where <paramref name="related"/> names a label for them, its additional locations.</summary>
    public static IEnumerable<Reported> Of(Diagnostic diagnostic, string? related)
    {
        yield return At(diagnostic.Location, diagnostic.Id) with { Message = diagnostic.GetMessage(null) };
        if (related is null)
            yield break;
        foreach (var location in diagnostic.AdditionalLocations)
            yield return At(location, related);
    }

    public static void AssertEqual(ImmutableArray<Reported> expected, ImmutableArray<Reported> actual, ImmutableArray<(string Path, string Text)> files)
    {
        var missing = expected.Except(actual).Select(reported => "missing:    " + reported.Describe(files)).ToArray();
        var unexpected = actual.Except(expected).Select(reported => "unexpected: " + reported.Describe(files)).ToArray();
        if (missing.Length + unexpected.Length == 0)
            return;

        var annotated = files.Select(file => $"--- {file.Path}, as reported\n{Annotate(file.Text, file.Path, actual)}");
        Assert.Fail(string.Join('\n', [.. missing, .. unexpected, "", .. annotated]));
    }

    private static Reported At(Location location, string id) => new(location.GetLineSpan().Path ?? "", location.SourceSpan, id);

    private static string Annotate(string text, string path, ImmutableArray<Reported> actual) =>
        new MarkedText(text, [.. actual.Where(reported => reported.Path == path).Select(static reported => new Mark(reported.Id, reported.Span))]).ToString();

    private string Describe(ImmutableArray<(string Path, string Text)> files)
    {
        var source = files.FirstOrDefault(file => file.Path == Path);
        if (source.Text is null)
            return $"{Id} in '{Path}' {Message}";
        var position = SourceText.From(source.Text).Lines.GetLinePosition(Span.Start);
        return $"{Id} at {Path}({position.Line + 1},{position.Character + 1}) on '{source.Text.Substring(Span.Start, Span.Length)}' {Message}";
    }
}
