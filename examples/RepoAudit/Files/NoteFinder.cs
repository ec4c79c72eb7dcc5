using System.Text;

namespace RepoAudit;

/// <summary>Finds markers in a block of text: a whole word, right after a comment's opening or before a colon or parenthesis,
/// so that prose about such markers is not taken for one.</summary>
public static class NoteFinder
{
    private const int LongestText = 160;
    private static readonly string[] Markers = ["TODO", "FIXME"];
    private static readonly byte[][] MarkerBytes = [.. Markers.Select(Encoding.ASCII.GetBytes)];
    private static readonly string[] CommentOpenings = ["//", "/*", "*", "#", "--", "<!--", ";", "%", "\"\"\"", "(*"];

    /// <summary>Looks through whole lines, the first of which has the number <paramref name="firstLine"/>.</summary>
    public static void Find(ReadOnlySpan<byte> block, string path, int firstLine, Action<Note> found)
    {
        for (var i = 0; i < Markers.Length; i++)
        {
            var line = firstLine;
            var rest = block;
            for (var at = rest.IndexOf(MarkerBytes[i]); at >= 0; at = rest.IndexOf(MarkerBytes[i]))
            {
                line += rest[..at].Count((byte)'\n');
                var start = rest[..at].LastIndexOf((byte)'\n') + 1;
                var end = rest[at..].IndexOf((byte)'\n') is >= 0 and var length ? at + length : rest.Length;
                var after = rest[(at + Markers[i].Length)..end];
                if (IsNote(rest[start..at], after))
                    found(new Note(path, line, Markers[i], Text(after)));

                // One note of a kind a line is enough; the newline stays, to be counted.
                rest = rest[end..];
            }
        }
    }

    private static bool IsNote(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        if ((before.Length > 0 && IsWord(before[^1])) || (after.Length > 0 && IsWord(after[0])))
            return false;

        if (after.Length > 0 && (after[0] is (byte)':' or (byte)'('))
            return true;

        var lead = before.TrimEnd(" \t@!"u8);
        foreach (var opening in CommentOpenings)
        {
            if (lead.Length >= opening.Length && Encoding.ASCII.GetString(lead[^opening.Length..]) == opening)
                return true;
        }

        return false;
    }

    private static bool IsWord(byte c) => c == '_' || c >= 0x80 || char.IsAsciiLetterOrDigit((char)c);

    private static string Text(ReadOnlySpan<byte> after)
    {
        var text = Encoding.UTF8.GetString(after[..Math.Min(after.Length, 4 * LongestText)]).Trim(" \t\r:-".ToCharArray());
        return text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
    }
}
