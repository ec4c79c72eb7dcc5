namespace PlanDsl.Benchmarks;

/// <summary>How straight-line calls find out that they are to stop.</summary>
internal enum LineKind
{
    /// <summary>They look at the token before each call.</summary>
    Line,

    /// <summary>They look at a field, which the token sets.</summary>
    WatchedLine,

    /// <summary>They do not.</summary>
    BareLine,
}
