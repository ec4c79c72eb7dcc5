namespace PlanDsl.Sqlite;

/// <summary>How a <see cref="SqliteJournal"/> is kept. Read when the journal is opened.</summary>
public sealed class SqliteJournalOptions : JournalOptions
{
    /// <summary>How long is waited for a database that somebody else has locked. 30 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or more than 24 days.</exception>
    public TimeSpan BusyTimeout
    {
        get;
        set
        {
            if (value < TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(value), value, "BusyTimeout must be from nothing to 24 days.");
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>How many pages the database may have, as a disk that is full would bound them: for tests.</summary>
    internal long? MaxPageCount { get; set; }
}
