using System.Numerics;

namespace PlanDsl;

/// <summary>Finds secrets in texts: as they are, and as they are spelled in JSON, or in JSON that is a text in other JSON, whatever of them is escaped
/// there. Immutable.</summary>
/// <typeparam name="T">The unit of the texts: <see cref="char"/> of UTF-16, <see cref="byte"/> of UTF-8.</typeparam>
/// <param name="secrets">The secrets, none of them empty.</param>
internal sealed class SecretFinder<T>(IReadOnlyList<T[]> secrets)
    where T : unmanaged, IBinaryInteger<T>
{
    // With every further JSON around it a quote has twice the backslashes.
    private const int MaxDepth = 8;

    private readonly int _longest = secrets.Count == 0 ? 0 : secrets.Max(static secret => secret.Length);

    /// <summary>Whether a text tells one of them.</summary>
    public bool IsIn(ReadOnlySpan<T> text)
    {
        if (secrets.Count == 0)
            return false;
        var read = UnescapedText<T>.Of(text.ToArray(), isWhole: true);
        for (var depth = 0; read is not null && depth <= MaxDepth; depth++)
        {
            foreach (var secret in secrets)
            {
                if (read.Units.IndexOf(secret) >= 0)
                    return true;
            }

            read = read.Next();
        }

        return false;
    }

    /// <summary>Where they are in a text, from its beginning on: of those that overlap the one that begins first, and of those the longest.</summary>
    public List<FoundSecret> Find(ReadOnlySpan<T> text) => secrets.Count == 0 ? [] : Find(ReadingsOf(text, isWhole: true));

    /// <summary>Where they are in what has come of a text, as far as nothing that may follow makes a difference.</summary>
    /// <param name="text">What has come.</param>
    /// <param name="isWhole">Whether nothing follows.</param>
    /// <param name="known">How far that is.</param>
    public List<FoundSecret> Find(ReadOnlySpan<T> text, bool isWhole, out int known)
    {
        var readings = ReadingsOf(text, isWhole);
        var found = Find(readings);
        var end = isWhole ? text.Length : readings.Min(StartOfOpen);
        for (var before = -1; before != end;)
        {
            // Reading goes on there another time: not within an escape, nor within what is found.
            before = end;
            end = readings.Aggregate(end, static (place, reading) => reading.StartAtOrBefore(place));
            if (found.FindIndex(secret => secret.Start < end && secret.End > end) is >= 0 and var torn)
                end = found[torn].Start;
        }

        known = end;
        return found.FindAll(secret => secret.End <= end && secret.Start < end);
    }

    /// <summary>How much of a text that begins anywhere is the end of one of them, with all that begins in there.</summary>
    public int EndAtStartOf(ReadOnlySpan<T> text)
    {
        var end = EndAtStart(text);
        foreach (var secret in end == 0 ? [] : Find(text))
        {
            if (secret.Start < end)
                end = Math.Max(end, secret.End);
        }

        return end;
    }

    private static List<UnescapedText<T>> ReadingsOf(ReadOnlySpan<T> text, bool isWhole)
    {
        var readings = new List<UnescapedText<T>>();
        for (var read = UnescapedText<T>.Of(text.ToArray(), isWhole); read is not null && readings.Count <= MaxDepth; read = read.Next())
            readings.Add(read);
        return readings;
    }

    private List<FoundSecret> Find(List<UnescapedText<T>> readings)
    {
        var all = new List<FoundSecret>();
        for (var depth = 0; depth < readings.Count; depth++)
        {
            for (var secret = 0; secret < secrets.Count; secret++)
                Find(readings[depth], depth, secret, all);
        }

        all.Sort(static (one, other) => (one.Start, -one.End, one.Depth).CompareTo((other.Start, -other.End, other.Depth)));
        var found = new List<FoundSecret>();
        foreach (var secret in all)
        {
            if (found.Count == 0 || secret.Start >= found[^1].End)
                found.Add(secret);
        }

        return found;
    }

    private void Find(UnescapedText<T> text, int depth, int secret, List<FoundSecret> found)
    {
        var units = secrets[secret];
        for (var at = 0; text.Units[at..].IndexOf(units) is >= 0 and var next; at++)
        {
            at += next;
            found.Add(new(text.StartOf(at), text.StartOf(at + units.Length), depth, secret));
        }
    }

    // Where that begins which may turn out to be one of them, or a longer one than it is; else what is not read yet.
    private int StartOfOpen(UnescapedText<T> text)
    {
        for (var start = Math.Max(0, text.Length - _longest + 1); start < text.Length; start++)
        {
            var rest = text.Units[start..];
            foreach (var secret in secrets)
            {
                if (secret.Length > rest.Length && secret.AsSpan().StartsWith(rest))
                    return text.StartOf(start);
            }
        }

        return text.StartOf(text.Length);
    }

    private int EndAtStart(ReadOnlySpan<T> text)
    {
        var end = EndAtStart(ReadingsOf(text, isWhole: true));

        // Of an escape the end may be left. It is one in digits, or a letter that is not what it stands for.
        var backslashes = text.IndexOfAnyExcept(T.CreateTruncating('\\'));
        for (var left = 1; left <= 5 && backslashes >= 0 && backslashes + left < text.Length; left++)
        {
            var from = backslashes + left;
            List<UnescapedText<T>>? rest = null;
            foreach (var secret in secrets)
            {
                for (var next = 1; next < secret.Length; next++)
                {
                    if (IsEndOfEscape(text[backslashes..from], secret[next - 1]) && EndOf(rest ??= ReadingsOf(text[from..], isWhole: true), secret.AsSpan(next)) is > 0 and var length)
                        end = Math.Max(end, from + length);
                }
            }
        }

        return end;
    }

    private int EndAtStart(List<UnescapedText<T>> readings)
    {
        var end = 0;
        foreach (var secret in secrets)
        {
            for (var next = 1; next < secret.Length; next++)
                end = Math.Max(end, EndOf(readings, secret.AsSpan(next)));
        }

        return end;
    }

    private static int EndOf(List<UnescapedText<T>> readings, ReadOnlySpan<T> rest)
    {
        foreach (var reading in readings)
        {
            if (reading.Units.StartsWith(rest))
                return reading.StartOf(rest.Length);
        }

        return 0;
    }

    private static bool IsEndOfEscape(ReadOnlySpan<T> left, T unit)
    {
        var code = (char)int.CreateTruncating(unit);
        Span<char> end = stackalloc char[left.Length];
        for (var i = 0; i < end.Length; i++)
            end[i] = (char)int.CreateTruncating(left[i]);
        return FormattableString.Invariant($"u{(int)code:x4}").AsSpan().EndsWith(end, StringComparison.OrdinalIgnoreCase)
            || (end.Length == 1 && JsonEscapes.LetterOf(code) == end[0]);
    }
}
