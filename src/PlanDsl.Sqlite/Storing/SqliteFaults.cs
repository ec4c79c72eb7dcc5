using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PlanDsl.Sqlite;

/// <summary>What SQLite says has gone wrong, and what to do about it.</summary>
internal static class SqliteFaults
{
    public static bool IsOne(Exception fault) => fault is SqliteException || FileFaults.IsOne(fault);

    public static bool IsBusy(SqliteException fault) => fault.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    public static bool IsDamage(Exception fault) => fault is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    /// <summary>Whether something may not be written that reading needs.</summary>
    public static bool IsOfRights(SqliteException fault) => fault.SqliteErrorCode is raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM;

    /// <summary>Whether a fault is one of the database as a whole, or of its disk, and not of what was to be written.</summary>
    public static bool IsOfDatabase(Exception fault) => FileFaults.IsOne(fault) || fault is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH
            or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL,
    };

    /// <param name="what">What was to be done, such as <c>Run 'r' cannot be read from journal runs.db</c>.</param>
    /// <param name="path">The database.</param>
    /// <param name="fault">What SQLite, or the system, has said.</param>
    public static JournalException Of(string what, string path, Exception fault) => fault is SqliteException sqlite
        ? new($"{what}: {sqlite.Message.TrimEnd('.')}. {RemedyOf(sqlite.SqliteErrorCode, path)}", fault)
        : JournalFaults.OfFile(what, fault);

    private static string RemedyOf(int code, string path) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another program has locked the database for longer than BusyTimeout: end its transaction, then resume the run.",
        raw.SQLITE_FULL => "Free space on the disk, then resume the run.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "Give this user the right to write the file and its directory, or keep the journal elsewhere.",
        raw.SQLITE_CANTOPEN => "Check that the directory is there, and that this user may read and write it.",
        raw.SQLITE_CORRUPT => $"The file is damaged: restore it from a copy, or save what can be read with 'sqlite3 {path} .recover'.",
        raw.SQLITE_NOTADB => "Keep the journal in another file.",
        raw.SQLITE_IOERR => "Check the disk, and that it has space; then resume the run.",
        raw.SQLITE_TOOBIG => "An event is larger than the database takes: have the step return less.",
        _ => "Mend that, then resume the run.",
    };
}
