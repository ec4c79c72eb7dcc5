using Microsoft.Data.Sqlite;

namespace PlanDsl.Sqlite;

/// <summary>The database file of a journal. Its connection for writing, which is opened when it is needed, belongs to the journal's thread;
/// each reading has one of its own.</summary>
/// <param name="path">The file.</param>
/// <param name="options">How the journal is kept.</param>
internal sealed class SqliteStore(string path, SqliteJournalOptions options) : IDisposable
{
    // What the largest batch changes: of more, pages are written to the log before the transaction ends, and again at its end.
    private const int CacheKilobytes = 16_384;

    private SqliteDatabase? _database;
    private OpenedFile? _file;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The journal as messages name it.</summary>
    public string Journal => $"journal {Path}";

    /// <summary>Where those that have claimed runs say that they are alive.</summary>
    public string Claims => Path + "-claims";

    /// <exception cref="JournalException">This user may not look.</exception>
    public bool Exists
    {
        get
        {
            try
            {
                return FilePresence.Has(Path);
            }
            catch (Exception fault) when (FileFaults.IsOne(fault))
            {
                throw SqliteFaults.Of($"{Journal} cannot be looked at", Path, fault);
            }
        }
    }

    /// <summary>Whether what has been written by the connection for writing is not what the path leads to: that was deleted, moved or replaced since.</summary>
    public bool IsLost => _database is null ? !File.Exists(Path) : !IsThere;

    /// <summary>Does something in one transaction.</summary>
    /// <exception cref="SqliteException">It could not be done; nothing is changed.</exception>
    public void Write(Action<SqliteDatabase> act) => Use(database => database.Write(() => act(database)));

    /// <summary>Looks at several things as they are at one moment, by the connection for writing, but without keeping others from writing.</summary>
    /// <exception cref="SqliteException">They could not be read.</exception>
    public void Look(Action<SqliteDatabase> act) => Use(database => database.ReadTogether(() => act(database)));

    /// <summary>Reads something, on a connection of its own.</summary>
    public T Read<T>(Func<SqliteDatabase, T> read)
    {
        try
        {
            using var database = SqliteDatabase.Open(Path, DatabaseUse.Read, options.BusyTimeout);

            // Where only the file may not be written, what SQLite would make beside it stays.
            if (!database.IsReadOnly || HasLog)
            {
                SqliteSchema.BringUpToDate(database, Journal);
                return read(database);
            }
        }
        catch (SqliteException fault) when (SqliteFaults.IsOfRights(fault))
        {
            if (HasLog)
                throw new JournalException($"{Journal} cannot be read: {fault.Message.TrimEnd('.')}. {Log} holds what is not in the file yet, and to read it another has to be written beside it: copy both to where this user may write, and read them there.", fault);
        }

        // Nothing is written beside it then; and nobody writes to it who would not have made the log.
        using var still = SqliteDatabase.Open(Path, DatabaseUse.ReadAsItStands, options.BusyTimeout);
        SqliteSchema.RequireUpToDate(still, Journal);
        return read(still);
    }

    /// <summary>Closes the connection for writing.</summary>
    public void Dispose()
    {
        _database?.Dispose();
        _database = null;
    }

    /// <summary>Gives back to the file system what deleted runs have left.</summary>
    public void Shrink() => Use(static database => database.Execute("PRAGMA incremental_vacuum"));

    /// <summary>Opens the connection for writing, if it is not.</summary>
    public void Prepare() => Use(static _ => { });

    // What is written before it is taken into the file.
    private string Log => Path + "-wal";

    private bool HasLog => new FileInfo(Log) is { Exists: true, Length: > 0 };

    // Windows lets nobody delete, move or replace a database that is open.
    private bool IsThere => OperatingSystem.IsWindows() || _file!.IsThere;

    private void Use(Action<SqliteDatabase> act)
    {
        // What is there now is another, if anything is.
        if (_database is not null && !IsThere)
            Dispose();
        var database = _database ??= Open();
        try
        {
            act(database);
        }
        catch (Exception fault) when (SqliteFaults.IsOne(fault))
        {
            // Not every fault leaves a connection with which one could go on.
            Dispose();
            throw;
        }
    }

    private SqliteDatabase Open()
    {
        if (System.IO.Path.GetDirectoryName(Path) is { } directory)
            Directory.CreateDirectory(directory);
        var database = SqliteDatabase.Open(Path, DatabaseUse.Write, options.BusyTimeout);
        try
        {
            SqliteSchema.BringUpToDate(database, Journal, options.Durability);
            _file = new(Path);
            // What is deleted is overwritten where that costs no page of its own, since it may have been somebody's secret.
            database.Execute($"PRAGMA secure_delete = FAST; PRAGMA cache_size = -{CacheKilobytes}");
            if (options.MaxPageCount is { } pages)
                database.Execute(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
