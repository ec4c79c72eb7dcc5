using System.Globalization;

namespace PlanDsl.Sqlite;

/// <summary>The tables of a journal, made and brought up to date.</summary>
internal static class SqliteSchema
{
    /// <summary>The version that this code reads and writes, in <c>user_version</c>.</summary>
    public const int Version = 2;

    // "PlDs": by it a database says that it is a journal.
    private const int ApplicationId = 0x506c_4473;

    // One step from each version to the next, the first from version 1.
    private static readonly Action<SqliteDatabase>[] Steps = [FirstEvents.BringOver];

    /// <summary>Sees whether a database is a journal, or empty, and makes it one of this version.</summary>
    /// <param name="database">The database.</param>
    /// <param name="place">As messages name it.</param>
    /// <param name="durability">How safe what is written is to be, also from then on.</param>
    /// <exception cref="JournalException">It is something else, or a journal of a newer version.</exception>
    public static void BringUpToDate(SqliteDatabase database, string place, JournalDurability durability = JournalDurability.EveryEvent)
    {
        database.Use(durability);
        long known = 0;
        database.ReadTogether(() => known = VersionOf(database, place));
        if (known == Version)
            return;
        database.UseWriteAheadLog(durability);
        // A log that begins has nothing in it that may not be mixed with what is new: unless each event is to be safe at once, nobody
        // waits for the disk before there is one.
        if (known == 0 && durability is JournalDurability.Batched)
            database.Use(JournalDurability.None);
        database.Write(() => Migrate(database, place));
        database.Use(durability);
    }

    /// <summary>Sees whether a database that cannot be written is a journal of this version.</summary>
    /// <exception cref="JournalException">It is something else, or of another version.</exception>
    public static void RequireUpToDate(SqliteDatabase database, string place)
    {
        if (VersionOf(database, place) < Version)
            throw new JournalException($"{place} was written by an older version, and may not be written here to bring it up to date. Copy it to where this user may write, and read it there.");
    }

    private static void Migrate(SqliteDatabase database, string place)
    {
        // Another process may have been faster.
        var version = VersionOf(database, place);
        if (version == Version)
            return;
        if (version == 0)
            database.Execute(SchemaText.Latest);
        else
            Array.ForEach(Steps[((int)version - 1)..], step => step(database));
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
    }

    private static long VersionOf(SqliteDatabase database, string place)
    {
        var version = database.Number("PRAGMA user_version");
        var isEmpty = database.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (!isEmpty && database.Number("PRAGMA application_id") != ApplicationId)
            throw new JournalException($"{place} is a SQLite database of something else, and left as it is. Keep the journal in another file.");
        if (version > Version)
            throw new JournalException(string.Create(CultureInfo.InvariantCulture, $"{place} was written by a newer version: its tables are of version {version}, and this one knows version {Version}. Update PlanDsl.Sqlite, or keep the journal in another file."));
        if (version < 1 && !isEmpty)
            throw new JournalException($"{place} says that its tables are of no version. The file is damaged: restore it from a copy.");
        return isEmpty ? 0 : version;
    }
}
