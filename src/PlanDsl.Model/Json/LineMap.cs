namespace PlanDsl.Model;

/// <summary>Where the lines of a text begin. What ends a line is what ends one for the C# compiler, so that both name the same
/// places. Immutable; made in linear time, asked in logarithmic.</summary>
public sealed class LineMap
{
    private readonly int[] _starts;

    /// <summary>Finds the lines of <paramref name="text"/>.</summary>
    public LineMap(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            // Most characters are none of them.
            if (text[i] > '\r' && text[i] < '\x85')
                continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            if (text[i] is '\n' or '\r' or '\x85' or '\u2028' or '\u2029')
                starts.Add(i + 1);
        }

        _starts = [.. starts];
    }

    /// <summary>How many lines there are.</summary>
    public int Count => _starts.Length;

    /// <summary>The line and the column of a position, both counted from 1, as editors show them.</summary>
    public (int Line, int Column) At(int position)
    {
        var line = Array.BinarySearch(_starts, position);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, position - _starts[line] + 1);
    }
}
