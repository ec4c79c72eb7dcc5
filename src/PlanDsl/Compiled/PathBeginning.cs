using PlanDsl.Model;

namespace PlanDsl;

/// <summary>With which of several values a path begins.</summary>
/// <param name="Index">The number of the value.</param>
/// <param name="Used">How many segments of the path lead to it.</param>
internal readonly record struct PathBeginning(int Index, int Used)
{
    /// <summary>The longest of <paramref name="beginnings"/> with which a path begins.</summary>
    /// <exception cref="ArgumentException">It begins with none.</exception>
    public static PathBeginning Of(PathExpression path, string[] beginnings)
    {
        for (var used = path.Segments.Count; used >= 0; used--)
        {
            if (Array.IndexOf(beginnings, path.TextOfFirst(used)) is >= 0 and var index)
                return new(index, used);
        }

        throw new ArgumentException($"Nothing says what '{path}' begins with.", nameof(beginnings));
    }
}
