using System.Globalization;

namespace PlanDsl.Model;

/// <summary>A number as its digits, whatever their number: numbers are compared as they are written, not as a binary type
/// would round them.</summary>
internal readonly struct NumberText
{
    private readonly string _text;
    private readonly int _first;        // of the digits, without zeros at both ends
    private readonly int _last;
    private readonly long _magnitude;   // of the first digit: 0 for ones, 1 for tens
    private readonly int _sign;

    /// <summary>Reads a number as JSON has it.</summary>
    public NumberText(string text)
    {
        _text = text;
        _first = _last = -1;
        var (point, i) = (-1, 0);
        for (; i < text.Length && text[i] is not ('e' or 'E'); i++)
        {
            if (text[i] == '.')
                point = i;
            if (text[i] is < '1' or > '9')
                continue;
            if (_first < 0)
                _first = i;
            _last = i;
        }

        if (_first < 0)
            return;
        var end = point < 0 ? i : point;
        _sign = text[0] == '-' ? -1 : 1;
        _magnitude = (_first < end ? end - _first - 1 : end - _first) + ExponentOf(text, i);
    }

    /// <summary>Less than 0 if the number <paramref name="left"/> is less than <paramref name="right"/>, 0 if they are equal, else more.</summary>
    public static int Compare(string left, string right) => Compare(new NumberText(left), new NumberText(right));

    private static int Compare(NumberText left, NumberText right)
    {
        if (left._sign != right._sign || left._sign == 0)
            return left._sign - right._sign;
        var absolute = left._magnitude != right._magnitude
            ? left._magnitude.CompareTo(right._magnitude)
            : CompareDigits(left, right);
        return absolute * left._sign;
    }

    private static int CompareDigits(NumberText left, NumberText right)
    {
        var (i, j) = (left._first, right._first);
        while (i <= left._last && j <= right._last)
        {
            if (left._text[i] == '.')
                i++;
            if (right._text[j] == '.')
                j++;
            if (left._text[i] != right._text[j])
                return left._text[i] - right._text[j];
            i++;
            j++;
        }

        return (i <= left._last ? 1 : 0) - (j <= right._last ? 1 : 0);
    }

    // One that does not fit into a long is as good as the largest that may be added to a length.
    private static long ExponentOf(string text, int at)
    {
        const long Most = long.MaxValue / 2;
        if (at == text.Length)
            return 0;
        return long.TryParse(text.Substring(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Max(-Most, Math.Min(Most, exponent))
            : text[at + 1] == '-' ? -Most : Most;
    }
}
