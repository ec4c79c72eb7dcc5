namespace PlanDsl.Model;

/// <summary>What reads the parts of one file, and where all of them put what they find.</summary>
internal sealed class FileReading
{
    /// <param name="text">The text of the file.</param>
    public FileReading(string text)
    {
        Names = new(text.Length);
        Objects = new(Findings);
        Templates = new(Findings);
        Values = new(Findings, Templates);
    }

    public FileFindings Findings { get; } = new();

    public NamePool Names { get; }

    public ObjectReader Objects { get; }

    public InsertionReader Templates { get; }

    public ValueReader Values { get; }

    public PlanScope Plan { get; } = new();
}
