namespace PlanDsl.Model;

/// <summary>How many slips of the finger lie between two names: letters missing, added, replaced, or two neighbours
/// swapped (optimal string alignment).</summary>
internal sealed class EditDistance
{
    // Three rows of the table are kept: a swap reaches back two.
    private int[] _beforeLast = [];
    private int[] _last = [];
    private int[] _row = [];

    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater than <paramref name="limit"/>.</summary>
    public int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        TrimCommonEnds(ref left, ref right);
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        if (_row.Length <= right.Length)
            (_beforeLast, _last, _row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);

        for (var j = 0; j <= right.Length; j++)
            _last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            FillRow(i, left, right, limit);
            (_beforeLast, _last, _row) = (_last, _row, _beforeLast);
        }

        return Math.Min(_last[right.Length], limit + 1);
    }

    // Only near the diagonal: cells further away than the limit are above it. Those just outside the band say so.
    private void FillRow(int i, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        var first = Math.Max(1, i - limit);
        var end = Math.Min(right.Length, i + limit);
        _row[first - 1] = first == 1 ? i : limit + 1;
        for (var j = first; j <= end; j++)
        {
            var replaced = _last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            _row[j] = Math.Min(replaced, Math.Min(_last[j], _row[j - 1]) + 1);
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                _row[j] = Math.Min(_row[j], _beforeLast[j - 2] + 1);
        }

        if (end < right.Length)
            _row[end + 1] = limit + 1;
    }

    private static void TrimCommonEnds(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        var prefix = 0;
        while (prefix < shorter && left[prefix] == right[prefix])
            prefix++;
        left = left.Slice(prefix);
        right = right.Slice(prefix);

        shorter -= prefix;
        var suffix = 0;
        while (suffix < shorter && left[left.Length - 1 - suffix] == right[right.Length - 1 - suffix])
            suffix++;
        left = left.Slice(0, left.Length - suffix);
        right = right.Slice(0, right.Length - suffix);
    }
}
