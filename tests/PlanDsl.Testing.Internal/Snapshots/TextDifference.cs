namespace PlanDsl.Testing.Internal;

/// <summary>Says where two texts part, for the message of a failing test.</summary>
public static class TextDifference
{
    private const int Context = 3;

    /// <summary>The first line that differs, with the lines before it; the empty string for equal texts.</summary>
    public static string Describe(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
            line++;
        if (line == left.Length && line == right.Length)
            return "";

        var before = left[Math.Max(0, line - Context)..line].Select(static text => "    " + text);
        return string.Join('\n', [$"First difference in line {line + 1}:", .. before, "  - " + At(left, line), "  + " + At(right, line)]);
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(end of text)";
}
