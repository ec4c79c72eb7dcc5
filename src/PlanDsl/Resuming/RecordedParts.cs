namespace PlanDsl;

/// <summary>What a step consisted of whose body, or fallback, had started a plan itself, and has ended: as it is recorded, since nothing is called again that could
/// say what that plan is.</summary>
/// <param name="records">The parts that are recorded, in the order in which they were first told of.</param>
internal sealed class RecordedParts(StepRecord[] records) : StepNames
{
    /// <summary>The parts, as they ended.</summary>
    public static StepTable Of(StepRecord whole)
    {
        // Others are of an attempt before.
        StepRecord[] records = [.. whole.Parts.Where(static part => part is { End: not null } or { HasStarted: true })];
        var table = new StepTable(new RecordedParts(records), records.Length);
        for (var entry = 0; entry < records.Length; entry++)
            Enter(table, entry, records[entry]);
        return table;
    }

    public override string IdOf(int entry) => PathOf(entry)[(PathOf(entry).LastIndexOf('/') + 1)..];

    public override string PathOf(int entry) => records[entry].Path;

    public override string? ParentOf(int entry) => null;

    public override int Find(string path, int count) => Array.FindIndex(records, record => record.Path == path || LiesWithin(path, record.Path));

    private static void Enter(StepTable table, int entry, StepRecord record)
    {
        table.Restore(entry, record);
        if (record.Compensation is { Status: not CompensationStatus.Running } undone)
            table.SetCompensation(entry, undone);
        if (record.Parts.Count > 0)
            table.SetParts(entry, Of(record));
        switch (record.End)
        {
            case null:
                return;
            case StepSkippedEvent { Cause: SkipCause.Branch }:
                table.MarkOffBranch(entry);
                break;
            case StepSkippedEvent { Cause: SkipCause.Dependency }:
                table.MarkToBeSkipped(entry);
                break;
            case StepSucceededEvent { ReplacedError: { } replaced }:
                table.SetReplacedError(entry, replaced);
                break;
            case StepFailedEvent failed:
                table.SetError(entry, failed.Error);
                if (failed.Tolerated)
                    table.MarkTolerated(entry);
                break;
        }

        if (record.End is StepSucceededEvent { Abandoned: true } or StepFailedEvent { Abandoned: true } or StepCancelledEvent { Abandoned: true })
            table.MarkAbandoned(entry);
        table.Enter(entry, EventStatus.AfterEnd(record.End)!.Value);
        table.SetEnded(entry, record.End.Time);
    }
}
