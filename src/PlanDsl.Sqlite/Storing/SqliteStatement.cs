using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PlanDsl.Sqlite;

/// <summary>A prepared statement. Parameters are numbered from 1, columns from 0, as SQLite does.</summary>
/// <remarks>What is bound stays bound from one execution to the next, so that what a row has in common with the one before costs nothing: the
/// same number, the same object that is a text, and null.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    // 2026-11-22T04:05:06.0000000Z
    private const int TimeLength = 28;

    // Say what is bound, where it is no text that may come again; nothing bound is null, to SQLite too.
    private static readonly object Number = new();
    private static readonly object Passing = new();

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _bound;
    private readonly long[] _numbers;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        if (raw.sqlite3_prepare_v2(database, sql, out _statement) is not raw.SQLITE_OK)
            throw Fault(database);
        var count = raw.sqlite3_bind_parameter_count(_statement) + 1;
        (_bound, _numbers) = (new object?[count], new long[count]);
    }

    /// <summary>What is added to the number of a parameter that is bound: where a statement of several rows has the row at hand. None when it was reset.</summary>
    public int Offset { private get; set; }

    /// <summary>What SQLite says has gone wrong last.</summary>
    public static SqliteException Fault(sqlite3 database)
    {
        var code = raw.sqlite3_extended_errcode(database);
        return new(raw.sqlite3_errmsg(database).utf8_to_string(), code & 0xff, code);
    }

    public SqliteStatement Bind(int parameter, long value)
    {
        parameter += Offset;
        if (_bound[parameter] == Number && _numbers[parameter] == value)
            return this;
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        (_bound[parameter], _numbers[parameter]) = (Number, value);
        return this;
    }

    public SqliteStatement Bind(int parameter, string? value)
    {
        if (ReferenceEquals(_bound[parameter + Offset], value))
            return this;
        if (value is null)
            return BindNull(parameter);
        var length = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        var bytes = length <= 512 ? stackalloc byte[512] : (rented = ArrayPool<byte>.Shared.Rent(length));
        BindText(parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        _bound[parameter + Offset] = value;
        return this;
    }

    /// <summary>Binds a time in UTC: as SQLite's functions read it, and in the order of time.</summary>
    public SqliteStatement Bind(int parameter, DateTimeOffset? value)
    {
        if (value is not { } time)
            return BindNull(parameter);
        Span<byte> bytes = stackalloc byte[TimeLength];
        _ = time.UtcDateTime.TryFormat(bytes, out var written, "O", CultureInfo.InvariantCulture);
        return BindText(parameter, bytes[..written]);
    }

    /// <summary>Binds a text that is UTF-8.</summary>
    public SqliteStatement BindText(int parameter, ReadOnlySpan<byte> value)
    {
        parameter += Offset;
        // An empty span has no address, and would be null.
        Check(value.IsEmpty ? raw.sqlite3_bind_text(_statement, parameter, "") : raw.sqlite3_bind_text(_statement, parameter, value));
        _bound[parameter] = Passing;
        return this;
    }

    /// <summary>Executes it, and makes it ready to be executed again, with what is bound to it then.</summary>
    public void Execute()
    {
        var result = raw.sqlite3_step(_statement);
        var fault = result is raw.SQLITE_DONE or raw.SQLITE_ROW ? null : Fault(_database);
        // What it returns is that fault once more.
        _ = raw.sqlite3_reset(_statement);
        if (fault is not null)
            throw fault;
    }

    /// <summary>Goes to the next row; whether there is one.</summary>
    public bool Read() => raw.sqlite3_step(_statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw Fault(_database),
    };

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>The bytes of a text, until the next row is read.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
        Array.Clear(_bound);
        Offset = 0;
    }

    public void Dispose() => _statement.Dispose();

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) is raw.SQLITE_NULL;

    private SqliteStatement BindNull(int parameter)
    {
        parameter += Offset;
        if (_bound[parameter] is null)
            return this;
        Check(raw.sqlite3_bind_null(_statement, parameter));
        _bound[parameter] = null;
        return this;
    }

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK)
            throw Fault(_database);
    }
}
