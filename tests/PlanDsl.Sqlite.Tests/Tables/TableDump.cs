using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PlanDsl.Tests;

/// <summary>What a query gives, as text: a line a row.</summary>
internal static class TableDump
{
    /// <summary>Of one query, on a connection of its own.</summary>
    public static string Of(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return Of(connection, sql);
    }

    /// <summary>Of several queries, as things are at one moment.</summary>
    public static string[] AtOneMoment(string database, params IReadOnlyList<string> queries)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var moment = connection.BeginTransaction(deferred: true);
        return [.. queries.Select(sql => Of(connection, sql))];
    }

    private static string Of(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Row(Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))));
        return string.Join('\n', rows);
    }

    /// <summary>A row as it is dumped.</summary>
    public static string Row(params IEnumerable<object?> values) =>
        string.Join('|', values.Select(static value => value is null ? "NULL" : Convert.ToString(value, CultureInfo.InvariantCulture)));
}
