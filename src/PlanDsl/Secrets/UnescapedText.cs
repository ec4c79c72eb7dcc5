using System.Numerics;
using System.Text;

namespace PlanDsl;

/// <summary>A text as it is, or with the escapes of JSON in it read, once or more often: what a text says that is JSON, or holds some, and whence each
/// unit of that came. What is no escape stays as it is.</summary>
/// <typeparam name="T">The unit: <see cref="char"/> of UTF-16, <see cref="byte"/> of UTF-8.</typeparam>
internal sealed class UnescapedText<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private static readonly T Backslash = T.CreateTruncating('\\');

    private readonly T[] _units;

    // Where each unit begins in the text as it is, and what was not read; null where nothing was escaped.
    private readonly int[]? _starts;

    private UnescapedText(T[] units, int count, int[]? starts, bool isWhole) => (_units, Length, _starts, IsWhole) = (units, count, starts, isWhole);

    /// <summary>The units.</summary>
    public ReadOnlySpan<T> Units => _units.AsSpan(0, Length);

    /// <summary>How many there are.</summary>
    public int Length { get; }

    /// <summary>Whether nothing may follow, so that what looks like the beginning of an escape is none.</summary>
    public bool IsWhole { get; }

    /// <summary>A text as it is.</summary>
    /// <param name="units">Its units.</param>
    /// <param name="isWhole">Whether nothing may follow.</param>
    public static UnescapedText<T> Of(T[] units, bool isWhole) => new(units, units.Length, null, isWhole);

    /// <summary>Where a unit begins in the text as it is; of the number of units, where that begins which is not read yet.</summary>
    public int StartOf(int unit) => _starts is null ? unit : _starts[unit];

    /// <summary>The last place in the text as it is, at or before another, where a unit begins.</summary>
    public int StartAtOrBefore(int place)
    {
        if (_starts is null)
            return Math.Min(place, Length);
        var found = Array.BinarySearch(_starts, 0, Length + 1, place);
        return found >= 0 ? place : _starts[~found - 1];
    }

    /// <summary>The text with its escapes read once more; <see langword="null"/> where there is none.</summary>
    public UnescapedText<T>? Next()
    {
        if (!Units.Contains(Backslash))
            return null;
        var (units, starts, count) = (new T[Length], new int[Length + 1], 0);
        var at = 0;
        Span<T> read = stackalloc T[4];
        while (at < Length)
        {
            var length = Units[at] == Backslash ? Read(at, read, out var made) : Copy(at, read, out made);
            if (length == 0)
                break;
            for (var i = 0; i < made; i++)
                (units[count], starts[count++]) = (read[i], StartOf(at));
            at += length;
        }

        starts[count] = StartOf(at);
        return count == Length ? null : new(units, count, starts, IsWhole);
    }

    private int Copy(int at, Span<T> read, out int made)
    {
        (read[0], made) = (Units[at], 1);
        return 1;
    }

    // How many units the escape has; 0 if it may go on beyond the end.
    private int Read(int at, Span<T> read, out int made)
    {
        made = 1;
        if (at + 1 == Length)
            return IsWhole ? Copy(at, read, out made) : 0;
        var letter = CharacterOf(Units[at + 1]);
        if (letter == 'u')
            return ReadCode(at, read, out made);
        if (JsonEscapes.CharacterOf(letter) is not { } character)
            return Copy(at, read, out made);
        read[0] = T.CreateTruncating(character);
        return 2;
    }

    private int ReadCode(int at, Span<T> read, out int made)
    {
        var code = CodeAt(at, out var isOpen);
        made = 0;
        if (isOpen)
            return 0;
        if (code is not { } first)
            return Copy(at, read, out made);
        if (typeof(T) == typeof(char))
        {
            (read[0], made) = (T.CreateTruncating(first), 1);
            return 6;
        }

        var length = 6;
        var scalar = Rune.ReplacementChar;
        if (char.IsHighSurrogate(first))
        {
            var second = CodeAt(at + 6, out isOpen);
            if (isOpen)
                return 0;
            if (second is { } low && char.IsLowSurrogate(low))
                (scalar, length) = (new(first, low), 12);
        }
        else if (!char.IsLowSurrogate(first))
        {
            scalar = new(first);
        }

        Span<byte> bytes = stackalloc byte[4];
        made = scalar.EncodeToUtf8(bytes);
        for (var i = 0; i < made; i++)
            read[i] = T.CreateTruncating(bytes[i]);
        return length;
    }

    private static char CharacterOf(T unit) => (char)int.CreateTruncating(unit);

    // The code of an escape in digits; none where there is none, or where it may go on beyond the end.
    private char? CodeAt(int at, out bool isOpen)
    {
        isOpen = false;
        var code = 0;
        for (var i = 0; i < 6; i++)
        {
            if (at + i >= Length)
            {
                isOpen = !IsWhole;
                return null;
            }

            var unit = Units[at + i];
            if (i < 2 ? unit != T.CreateTruncating("\\u"[i]) : !char.IsAsciiHexDigit(CharacterOf(unit)))
                return null;
            if (i >= 2)
                code = (code * 16) + Convert.ToInt32(CharacterOf(unit).ToString(), 16);
        }

        return (char)code;
    }
}
