namespace PlanDsl.Model;

/// <summary>A length of time as an author wrote it: <c>"500ms"</c>, <c>"1.5s"</c>, <c>"2m"</c>, <c>"1h"</c>, <c>"2d"</c> or
/// <c>"hh:mm:ss[.fff]"</c>. Anything else is kept as well, so that a rule can show it.</summary>
/// <param name="Text">The text.</param>
public readonly record struct Duration(string Text)
{
    /// <summary>The shortest time that timers tell from none: 1 millisecond.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest time that can bound a step or a run, in whole days: 49 days. Timers count milliseconds in 32 bits.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(49);

    /// <summary>The longest delay before a retry: 1 day.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromDays(1);

    /// <summary>The length of time, zero or more, and <see cref="TimeSpan.MaxValue"/> for what is longer still;
    /// <see langword="null"/> where the text is none.</summary>
    public TimeSpan? Value => DurationText.TryParse(Text, out var value) ? value : null;

    /// <summary>Whether it is given as a number of milliseconds.</summary>
    internal bool IsInMilliseconds => Text.EndsWith("ms", StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
