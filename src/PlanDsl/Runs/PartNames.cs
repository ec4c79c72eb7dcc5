using System.Globalization;

namespace PlanDsl;

/// <summary>The names of the parts of one step: elements of a fan-out, such as <c>summarize[3]</c>, and iterations of a loop, such
/// as <c>improve#2</c>.</summary>
/// <param name="steps">The table in which the whole stands.</param>
/// <param name="whole">Its entry.</param>
/// <param name="suffix">What a part adds to the name of the whole.</param>
internal sealed class PartNames(StepTable steps, int whole, Func<int, string> suffix) : StepNames
{
    public static PartNames OfElements(StepTable steps, int whole) =>
        new(steps, whole, static element => FormattableString.Invariant($"[{element}]"));

    public static PartNames OfIterations(StepTable steps, int whole) =>
        new(steps, whole, static iteration => FormattableString.Invariant($"#{iteration + 1}"));

    public override int Find(string path, int count)
    {
        var digits = path.AsSpan(Math.Min(path.Length, PathOfWhole.Length + 1));
        if (digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end)
            digits = digits[..end];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return -1;

        // Elements are numbered from 0, iterations from 1.
        for (var entry = number - 1; entry <= number; entry++)
        {
            if (entry >= 0 && entry < count && (path == PathOf(entry) || LiesWithin(path, PathOf(entry))))
                return entry;
        }

        return -1;
    }

    public override string IdOf(int entry) => steps.IdOf(whole) + suffix(entry);

    public override string PathOf(int entry) => PathOfWhole + suffix(entry);

    public override string? ParentOf(int entry) => PathOfWhole;

    private string PathOfWhole => steps.PathOf(whole);
}
