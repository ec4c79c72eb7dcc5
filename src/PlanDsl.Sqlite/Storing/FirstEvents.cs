using Microsoft.Data.Sqlite;

namespace PlanDsl.Sqlite;

/// <summary>The events of version 1, which were a table with a key of two columns, and how they become records.</summary>
internal static class FirstEvents
{
    private const string Runs = "SELECT id FROM runs";
    private const string Events = "SELECT sequence, json, crc FROM events WHERE run = ?1 ORDER BY sequence";
    private const string Insert = "INSERT INTO records (id, json, crc) VALUES (?1, ?2, ?3)";

    /// <summary>Brings a database from version 1 to version 2. An event that cannot be read is no reason to lose others: it is missing afterwards, which is
    /// told as ever, and the old table is kept as <c>events_1</c>, for whoever would recover it.</summary>
    public static void BringOver(SqliteDatabase database)
    {
        database.Execute(SchemaText.Records);
        var isWhole = true;
        foreach (var run in RunsOf(database))
            isWhole &= TryCopy(database, run);
        if (!isWhole || !TryDrop(database))
            // As it was before 3.26: what else there is in the database, as a person's views, is neither changed nor looked at.
            database.Execute("PRAGMA legacy_alter_table = ON; ALTER TABLE events RENAME TO events_1; PRAGMA legacy_alter_table = OFF");
        database.Execute(SchemaText.Events);
    }

    private static List<long> RunsOf(SqliteDatabase database)
    {
        var runs = new List<long>();
        var rows = database.Prepare(Runs);
        while (rows.Read())
            runs.Add(rows.Long(0));
        rows.Reset();
        return runs;
    }

    private static bool TryCopy(SqliteDatabase database, long run)
    {
        var insert = database.Prepare(Insert);
        var rows = database.Prepare(Events).Bind(1, run);
        var isWhole = true;
        try
        {
            while (rows.Read())
            {
                var sequence = rows.Long(0);
                if (EventKey.Has(run, sequence))
                    insert.Bind(1, EventKey.Of(run, sequence)).BindText(2, rows.Bytes(1)).Bind(3, rows.Long(2)).Execute();
                else
                    isWhole = false;
            }
        }
        catch (SqliteException fault) when (SqliteFaults.IsDamage(fault))
        {
            isWhole = false;
        }

        rows.Reset();
        return isWhole;
    }

    private static bool TryDrop(SqliteDatabase database)
    {
        try
        {
            database.Execute("DROP TABLE events");
            return true;
        }
        catch (SqliteException fault) when (SqliteFaults.IsDamage(fault))
        {
            return false;
        }
    }
}
