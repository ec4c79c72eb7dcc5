namespace PlanDsl.Model;

/// <summary>Finds the name that was probably meant: "did you mean 'orders'?". Immutable once made; asking costs a few
/// nanoseconds for each candidate that is not alike.</summary>
public sealed class Nearest
{
    /// <summary>Of more members of one thing, to find the one that was meant costs more than it is worth where each of many faults looks at all.</summary>
    internal const int MostAmong = 1_000;

    private readonly string[] _candidates;
    private readonly ulong[] _letters;

    /// <summary>Will search these names.</summary>
    public Nearest(IEnumerable<string> candidates)
    {
        _candidates = [.. candidates];
        _letters = new ulong[_candidates.Length];
        for (var i = 0; i < _candidates.Length; i++)
            _letters[i] = LettersOf(_candidates[i]);
    }

    /// <summary>The candidate that <paramref name="name"/> probably stands for: one that differs by a slip or two (up to a
    /// third of its length, three at most; one letter alone stands for no other), else the only one that ends with it or that it ends with as a whole word
    /// (<c>rates</c> for <c>fetch_rates</c>). Upper case, lower case and camelCase make no difference.</summary>
    /// <returns>Of several equally near the one that is first in ordinal order; <see langword="null"/> if none is near, or if
    /// <paramref name="name"/> is itself a candidate and so needs no other.</returns>
    public string? To(string name) => To(name, static _ => true);

    /// <summary>The same, of names that are asked about once; <see langword="null"/> also where there are more than a thousand.</summary>
    internal static string? Among(IReadOnlyCollection<string> names, string name) => names.Count <= MostAmong ? new Nearest(names).To(name) : null;

    /// <summary>The same, of the candidates that are possible. These alone are asked about which are near.</summary>
    internal string? To(string name, Func<string, bool> isPossible)
    {
        var meant = SnakeCase.From(name);
        if (meant.Length == 0)
            return null;

        var distances = new EditDistance();
        var limit = Math.Max(Math.Min(1, meant.Length - 1), Math.Min(3, meant.Length / 3));
        var letters = LettersOf(meant);
        var best = limit + 1;
        string? nearest = null;
        for (var i = 0; i < _candidates.Length; i++)
        {
            var candidate = _candidates[i];
            if (candidate == name)
                return null;

            // An edit changes at most two members of the set of letters, so names that share too few are far apart.
            if (Math.Abs(candidate.Length - meant.Length) > best || MoreBitsThan(2 * best, letters ^ _letters[i]))
                continue;

            var distance = distances.Between(meant.AsSpan(), candidate.ToLowerInvariant().AsSpan(), best);
            var isBetter = distance < best || (distance == best && nearest is not null && string.CompareOrdinal(candidate, nearest) < 0);
            if (isBetter && isPossible(candidate))
                (best, nearest) = (distance, candidate);
        }

        return nearest ?? WholeWord(meant, isPossible);
    }

    private string? WholeWord(string meant, Func<string, bool> isPossible)
    {
        string? found = null;
        foreach (var candidate in _candidates)
        {
            if ((!EndsWithWord(candidate, meant) && !EndsWithWord(meant, candidate)) || !isPossible(candidate))
                continue;
            if (found is not null)
                return null;
            found = candidate;
        }

        return found;
    }

    private static bool EndsWithWord(string text, string word) =>
        text.Length > word.Length + 1 && word.Length > 1 && text[text.Length - word.Length - 1] == '_'
        && text.EndsWith(word, StringComparison.Ordinal);

    private static ulong LettersOf(string name)
    {
        var letters = 0UL;
        foreach (var letter in name)
            letters |= 1UL << (char.ToLowerInvariant(letter) & 63);
        return letters;
    }

    private static bool MoreBitsThan(int most, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            if (most-- == 0)
                return true;
        }

        return false;
    }
}
