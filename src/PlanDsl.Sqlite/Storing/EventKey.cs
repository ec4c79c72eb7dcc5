namespace PlanDsl.Sqlite;

/// <summary>The key of a row of <c>records</c>: the number of the run in its upper half, that of the event in the lower one.</summary>
/// <remarks>SQLite puts a row whose key is a greater number than all others, as those of the run that began last, behind the last, without
/// looking for its place, and compares no records; a key of two columns took it twice as long.</remarks>
internal static class EventKey
{
    /// <summary>What a condition in SQL says of the keys of a run whose number is <c>?1</c>.</summary>
    public const string IsOfRun = "id BETWEEN ?1 << 32 AND (?1 << 32) + 4294967295";

    /// <summary>Whether there is a key for an event of a run.</summary>
    public static bool Has(long run, long sequence) => (ulong)run <= int.MaxValue && (ulong)sequence <= uint.MaxValue;

    /// <summary>The key of an event of a run.</summary>
    /// <exception cref="JournalException">The run has more events, or the database more runs, than there are keys for.</exception>
    public static long Of(long run, long sequence) => Has(run, sequence)
        ? (run << 32) | sequence
        : throw new JournalException(FormattableString.Invariant($"A database holds {int.MaxValue} runs of {uint.MaxValue} events, and this would be event {sequence} of its run {run}. Begin another journal."));
}
