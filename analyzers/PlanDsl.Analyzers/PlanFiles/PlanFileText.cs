using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PlanDsl.Model;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace PlanDsl.Analyzers;

/// <summary>A plan file of a project that has been read, and its text, which knows the lines. Immutable.</summary>
internal sealed class PlanFileText
{
    /// <summary>Reads a text once, however often the code beside it changes, and for whichever analyzer.</summary>
    public static readonly AdditionalTextValueProvider<PlanFileText?> Known = new(TryRead);

    private readonly SourceText _text;

    private PlanFileText(string path, SourceText text)
    {
        Path = path;
        _text = text;
        File = PlanFileReader.Read(text.ToString(), path);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The plan, and what is wrong with the file as such.</summary>
    public PlanFile File { get; }

    /// <summary>Whether its steps run other plans.</summary>
    public bool RunsPlans => File.Model.Steps.Any(static step =>
        step.SubPlan is not null || step.Fallback?.SubPlan is not null || step.Compensate?.SubPlan is not null);

    /// <summary>Reads <paramref name="file"/>; <see langword="null"/> where it has no text.</summary>
    public static PlanFileText? TryRead(AdditionalText file) => file.GetText() is { } text ? new(file.Path, text) : null;

    /// <summary>Where a part of the plan stands.</summary>
    public Location LocationOf(Anchor anchor)
    {
        var span = File.Map.Find(anchor);
        var place = new TextSpan(span.Start, span.Length);
        return Location.Create(Path, place, _text.Lines.GetLinePositionSpan(place));
    }
}
