namespace PlanDsl.Cli;

/// <summary>A table as plain text: columns as wide as what stands in them, two blanks apart, and no frame.</summary>
/// <param name="headers">The names of the columns.</param>
internal sealed class TextTable(params string[] headers)
{
    private readonly List<string[]> _rows = [headers];

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public void Add(params string[] cells) => _rows.Add(Array.ConvertAll(cells, static cell => cell.ReplaceLineEndings(" ")));

    /// <summary>Writes it.</summary>
    public void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, headers.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
