namespace PlanDsl.Model;

/// <summary>What reads the parts of one file, and where all of them put what they find.</summary>
internal sealed class FileReading
{
    public FileReading()
    {
        Objects = new(Findings);
        Templates = new(Findings);
        Values = new(Findings, Templates);
    }

    public FileFindings Findings { get; } = new();

    public ObjectReader Objects { get; }

    public InsertionReader Templates { get; }

    public ValueReader Values { get; }

    public PlanScope Plan { get; } = new();
}
