namespace PlanDsl.Model;

/// <summary>A length of time as an author wrote it: <c>"500ms"</c>, <c>"10s"</c>, <c>"2m"</c>, <c>"1h"</c>, <c>"2d"</c> or
/// <c>"hh:mm:ss[.fff]"</c>. Anything else is kept as well, so that a rule can show it.</summary>
/// <param name="Text">The text.</param>
public readonly record struct Duration(string Text)
{
    /// <summary>The length of time; <see langword="null"/> where the text is none.</summary>
    public TimeSpan? Value => DurationText.TryParse(Text, out var value) ? value : null;

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
