using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.Analyzers;

/// <summary>A plan file of a project that has been read, and its text, which knows the lines. Immutable.</summary>
internal sealed class PlanFileText
{
    private readonly string _path;
    private readonly SourceText _text;

    private PlanFileText(string path, SourceText text)
    {
        _path = path;
        _text = text;
        File = PlanFileReader.Read(text.ToString(), path);
    }

    /// <summary>The plan, and what is wrong with the file as such.</summary>
    public PlanFile File { get; }

    /// <summary>Reads <paramref name="file"/>; <see langword="null"/> where it has no text.</summary>
    public static PlanFileText? TryRead(AdditionalText file) => file.GetText() is { } text ? new(file.Path, text) : null;

    /// <summary>Where a part of the plan stands.</summary>
    public Location LocationOf(Anchor anchor)
    {
        var span = File.Map.Find(anchor);
        var place = new TextSpan(span.Start, span.Length);
        return Location.Create(_path, place, _text.Lines.GetLinePositionSpan(place));
    }
}
