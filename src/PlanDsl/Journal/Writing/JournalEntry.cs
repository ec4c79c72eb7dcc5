namespace PlanDsl;

/// <summary>What a journal's thread is to do: write an event, close a run, or some other work.</summary>
/// <param name="Run">The run; <see langword="null"/> for other work.</param>
/// <param name="Happened">The event; <see langword="null"/> to close the run.</param>
/// <param name="Work">Other work.</param>
internal readonly record struct JournalEntry(WrittenRun? Run, PlanEvent? Happened, IWriterWork? Work)
{
    public static JournalEntry Of(WrittenRun run, PlanEvent happened) => new(run, happened, null);

    public static JournalEntry ToClose(WrittenRun run) => new(run, null, null);

    public static JournalEntry Of(IWriterWork work) => new(null, null, work);
}
