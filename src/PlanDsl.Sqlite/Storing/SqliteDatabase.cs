using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PlanDsl.Sqlite;

/// <summary>One connection, used by one thread at a time. Statements go to SQLite as they are: what is written a hundred thousand times a
/// second has no room for commands and parameters.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly TimeSpan _busyTimeout;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteDatabase(sqlite3 handle, TimeSpan busyTimeout)
    {
        _handle = handle;
        _busyTimeout = busyTimeout;
    }

    /// <summary>Opens a database file.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteDatabase Open(string path, DatabaseUse use, TimeSpan busyTimeout)
    {
        var database = new SqliteDatabase(Connect(path, use), busyTimeout);
        try
        {
            // That rows belong together follows from how they are written; to have it checked costs a look for each.
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)busyTimeout.TotalMilliseconds}; PRAGMA foreign_keys = OFF"));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Says how safe what is written is to be, from now on.</summary>
    public void Use(JournalDurability durability) => Execute(durability switch
    {
        JournalDurability.EveryEvent => "PRAGMA synchronous = FULL",
        JournalDurability.Batched => "PRAGMA synchronous = NORMAL",
        _ => "PRAGMA synchronous = OFF",
    });

    /// <summary>Makes an empty database one whose readers and writer do not wait for each other, and which gives back what is deleted. To
    /// change to that SQLite does not wait for others, so this does.</summary>
    /// <param name="durability">How safe what is written is to be.</param>
    public void UseWriteAheadLog(JournalDurability durability)
    {
        var begin = TimeProvider.System.GetTimestamp();
        for (var wait = new SpinWait(); ; wait.SpinOnce())
        {
            try
            {
                Use(durability);
                if (UsesWriteAheadLog)
                    return;
                // Either is a transaction that writes the first page of a file which has no other, and which is there whole or not at all: to
                // undo it takes no file, which would be forced to the disk, with its directory, before the page is. The page is forced
                // once, when both are done.
                Use(JournalDurability.None);
                Execute("PRAGMA journal_mode = MEMORY; PRAGMA auto_vacuum = INCREMENTAL");
                Use(durability);
                Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (SqliteException fault) when (SqliteFaults.IsBusy(fault) && TimeProvider.System.GetElapsedTime(begin) < _busyTimeout)
            {
            }
        }
    }

    /// <summary>Reads several things as they are at one moment.</summary>
    public void ReadTogether(Action act) => InTransaction("BEGIN", act);

    /// <summary>Does something in one transaction that writes: as a whole or not at all.</summary>
    public void Write(Action act) => InTransaction("BEGIN IMMEDIATE", act);

    /// <summary>Executes statements that give nothing back.</summary>
    public void Execute(string sql)
    {
        if (raw.sqlite3_exec(_handle, sql) is not raw.SQLITE_OK)
            throw SqliteStatement.Fault(_handle);
    }

    /// <summary>A statement, prepared once, without what was bound to it before.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements.Add(sql, statement = new SqliteStatement(_handle, sql));
        statement.Reset();
        return statement;
    }

    /// <summary>The one number that a query gives.</summary>
    public long Number(string sql)
    {
        using var statement = new SqliteStatement(_handle, sql);
        return statement.Read() ? statement.Long(0) : 0;
    }

    /// <summary>Whether this user may only read the file.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_handle, "main") == 1;

    /// <summary>How many rows the last statement has changed.</summary>
    public int ChangeCount => raw.sqlite3_changes(_handle);

    private bool UsesWriteAheadLog
    {
        get
        {
            using var mode = new SqliteStatement(_handle, "PRAGMA journal_mode");
            return mode.Read() && mode.Text(0) is "wal";
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _handle.Dispose();
    }

    // By which SQLite takes it that nobody writes there, and neither locks anything nor makes a file.
    private static string AddressOf(string path)
    {
        var parts = path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString);
        return $"file://{(path[0] is '/' ? "" : "/")}{string.Join('/', parts)}?immutable=1";
    }

    private static sqlite3 Connect(string path, DatabaseUse use)
    {
        // Its mutexes would keep apart threads that never meet, and be locked a few dozen times for each row.
        var flags = raw.SQLITE_OPEN_NOMUTEX | use switch
        {
            DatabaseUse.Write => raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE,
            DatabaseUse.Read => raw.SQLITE_OPEN_READWRITE,
            _ => raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI,
        };
        try
        {
            // Has SQLitePCL take the provider of the bundle that the application references, if there is one.
            RuntimeHelpers.RunClassConstructor(typeof(SqliteConnection).TypeHandle);
            if (raw.sqlite3_open_v2(use is DatabaseUse.ReadAsItStands ? AddressOf(path) : path, out var handle, flags, null) is raw.SQLITE_OK)
                return handle;
            using (handle)
                throw SqliteStatement.Fault(handle);
        }
        // SQLitePCL says that it has none by an exception of no type of its own.
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException || fault.GetType() == typeof(Exception))
        {
            throw new JournalException("There is no native SQLite: reference the package SQLitePCLRaw.bundle_e_sqlite3, or give SQLitePCL a provider before a journal is opened.", fault);
        }
    }

    private void InTransaction(string begin, Action act)
    {
        Prepare(begin).Execute();
        try
        {
            act();
            Prepare("COMMIT").Execute();
        }
        catch
        {
            // After some faults SQLite has done so by itself.
            if (raw.sqlite3_get_autocommit(_handle) == 0)
                raw.sqlite3_exec(_handle, "ROLLBACK");
            throw;
        }
    }
}
