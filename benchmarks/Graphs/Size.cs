namespace PlanDsl.Benchmarks;

/// <summary>How large the graphs are. A debug build, which is good for nothing but to see that all fits together, has small
/// ones: the compiler is at the large ones for a minute.</summary>
internal static class Size
{
#if DEBUG
    /// <summary>Whether the graphs are those of which the rows tell.</summary>
    public static bool IsReal => false;

    public const int Chain = 100;
    public const int FanOut = 100;
    public const int Wavefront = 10;
    public const int Layer = 10;
    public const int OptionChain = 10;
#else
    /// <summary>Whether the graphs are those of which the rows tell.</summary>
    public static bool IsReal => true;

    public const int Chain = 1_000;
    public const int FanOut = 1_000;
    public const int Wavefront = 32;
    public const int Layer = 100;
    public const int OptionChain = 100;
#endif
}
