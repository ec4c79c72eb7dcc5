using System.Globalization;

namespace PlanDsl.Sqlite;

/// <summary>Inserts rows into a table, several by one statement where there are as many: to begin and to end a statement, and to open its
/// table, takes SQLite a tenth of what a row takes.</summary>
/// <remarks>A conflict rolls the transaction back: as the whole of it is given up anyway, SQLite need not keep what pages were before a statement.</remarks>
/// <param name="table">The table.</param>
/// <param name="run">Its column that has the run, which all rows have in common; <see langword="null"/> where their keys tell it.</param>
/// <param name="columns">Its other columns that are given.</param>
/// <param name="otherwise">What is done where there is a row already; that is a fault if nothing is said.</param>
internal sealed class RowInsert(string table, string? run, string[] columns, string otherwise = "")
{
    private const int RowsAtOnce = 8;

    private readonly string _one = TextOf(table, run, columns, 1, otherwise);
    private readonly string _several = TextOf(table, run, columns, RowsAtOnce, otherwise);

    /// <summary>Inserts rows of a run, in order.</summary>
    /// <param name="database">The database, in a transaction.</param>
    /// <param name="number">The number of the run.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="bind">Binds what a row has to the parameters from 2.</param>
    public void Execute<T>(SqliteDatabase database, long number, List<T> rows, Action<SqliteStatement, T> bind)
    {
        var together = rows.Count - (rows.Count % RowsAtOnce);
        if (together > 0)
            Execute(Prepare(database, _several, number), RowsAtOnce, rows, 0, together, bind);
        if (together < rows.Count)
            Execute(Prepare(database, _one, number), 1, rows, together, rows.Count, bind);
    }

    private SqliteStatement Prepare(SqliteDatabase database, string sql, long number)
    {
        var statement = database.Prepare(sql);
        return run is null ? statement : statement.Bind(1, number);
    }

    private void Execute<T>(SqliteStatement statement, int atOnce, List<T> rows, int from, int to, Action<SqliteStatement, T> bind)
    {
        for (var first = from; first < to; first += atOnce)
        {
            for (var row = 0; row < atOnce; row++)
            {
                statement.Offset = row * columns.Length;
                bind(statement, rows[first + row]);
            }

            statement.Execute();
        }
    }

    private static string TextOf(string table, string? run, string[] columns, int rows, string otherwise)
    {
        var values = Enumerable.Range(0, rows).Select(row =>
            $"({string.Join(", ", OfRun("?1").Concat(columns.Select((_, column) => string.Create(CultureInfo.InvariantCulture, $"?{(row * columns.Length) + column + 2}"))))})");
        return $"INSERT OR ROLLBACK INTO {table} ({string.Join(", ", OfRun(run).Concat(columns))}) VALUES {string.Join(", ", values)} {otherwise}";

        IEnumerable<string> OfRun(string? text) => run is null ? [] : [text!];
    }
}
