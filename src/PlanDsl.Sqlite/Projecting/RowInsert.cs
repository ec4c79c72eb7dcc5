using System.Globalization;

namespace PlanDsl.Sqlite;

/// <summary>Inserts rows into a table, several by one statement where there are as many: to begin and to end a statement, and to open its
/// table, takes SQLite a tenth of what a row takes.</summary>
/// <remarks>A conflict rolls the transaction back: as the whole of it is given up anyway, SQLite need not keep what pages were before a statement.</remarks>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns that are given, of which the first is the run, which all rows have in common.</param>
/// <param name="otherwise">What is done where there is a row already; that is a fault if nothing is said.</param>
internal sealed class RowInsert(string table, string[] columns, string otherwise = "")
{
    private const int RowsAtOnce = 8;

    private readonly string _one = TextOf(table, columns, 1, otherwise);
    private readonly string _several = TextOf(table, columns, RowsAtOnce, otherwise);

    /// <summary>Inserts rows of a run, in order.</summary>
    /// <param name="database">The database, in a transaction.</param>
    /// <param name="run">The run.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="bind">Binds what a row has to the parameters from 2.</param>
    public void Execute<T>(SqliteDatabase database, long run, List<T> rows, Action<SqliteStatement, T> bind)
    {
        var together = rows.Count - (rows.Count % RowsAtOnce);
        if (together > 0)
            Execute(database.Prepare(_several).Bind(1, run), RowsAtOnce, rows, 0, together, bind);
        if (together < rows.Count)
            Execute(database.Prepare(_one).Bind(1, run), 1, rows, together, rows.Count, bind);
    }

    private void Execute<T>(SqliteStatement statement, int atOnce, List<T> rows, int from, int to, Action<SqliteStatement, T> bind)
    {
        for (var first = from; first < to; first += atOnce)
        {
            for (var row = 0; row < atOnce; row++)
            {
                statement.Offset = row * (columns.Length - 1);
                bind(statement, rows[first + row]);
            }

            statement.Execute();
        }
    }

    private static string TextOf(string table, string[] columns, int rows, string otherwise)
    {
        var values = Enumerable.Range(0, rows).Select(row =>
            $"(?1{string.Concat(Enumerable.Range(2, columns.Length - 1).Select(column => string.Create(CultureInfo.InvariantCulture, $", ?{(row * (columns.Length - 1)) + column}")))})");
        return $"INSERT OR ROLLBACK INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", values)} {otherwise}";
    }
}
