namespace PlanDsl.Model;

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">Where it starts, from 0.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Where it ends: the position after its last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretch between two positions.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);
}
