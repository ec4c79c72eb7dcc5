namespace PlanDsl.Benchmarks;

/// <summary>What a piece of work costs once.</summary>
/// <param name="Time">How long it takes, in nanoseconds.</param>
/// <param name="Processor">How long it keeps processors busy, all threads together; this is much the same on a busy machine.</param>
internal readonly record struct Cost(double Time, double Processor)
{
    /// <summary>In how many rounds that was found out.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The time that nine of ten rounds took longer than.</summary>
    public double Low { get; init; } = Time;

    /// <summary>The time that nine of ten rounds took less than.</summary>
    public double High { get; init; } = Time;
}
