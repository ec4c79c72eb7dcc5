using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A plan file that has been read and judged. Immutable.</summary>
internal sealed class CheckedFile
{
    private readonly PlanFile _file;

    private CheckedFile(string path, PlanFile file)
    {
        Path = path;
        _file = file;
        Findings = [.. file.Check().Where(static finding => finding.Severity is not FindingSeverity.Hidden).Select(Place)];
    }

    /// <summary>The file, as it was named on the command line.</summary>
    public string Path { get; }

    /// <summary>The plan, as far as it could be read.</summary>
    public PlanModel Model => _file.Model;

    /// <summary>All that is wrong with it, in the order of the file.</summary>
    public IReadOnlyList<PlacedFinding> Findings { get; }

    /// <summary>Whether the plan may run.</summary>
    public bool IsValid => Findings.All(static placed => placed.Finding.Severity is not FindingSeverity.Error);

    /// <summary>Reads and judges the file at <paramref name="path"/>.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static CheckedFile Read(string path) => Of(path, PlanSource.Read(path));

    /// <summary>Judges a text.</summary>
    public static CheckedFile Of(string path, string text) => new(path, PlanFileReader.Read(text, path));

    /// <summary>Where the part of the plan stands that a finding is about.</summary>
    public (TextPlace Start, TextPlace End) PlaceOf(Anchor anchor)
    {
        var span = _file.Map.Find(anchor);
        return (PlaceAt(span.Start), PlaceAt(span.End));
    }

    private PlacedFinding Place(Finding finding)
    {
        var (start, end) = PlaceOf(finding.Anchor);
        return new(Path, finding, start, end);
    }

    private TextPlace PlaceAt(int position)
    {
        var (line, column) = _file.Map.Lines.At(position);
        return new(line, column);
    }
}
