namespace PlanDsl.Benchmarks;

/// <summary>What a piece of work costs once.</summary>
/// <param name="Time">How long it takes, in nanoseconds.</param>
/// <param name="Processor">How long it keeps processors busy, all threads together; this is much the same on a busy machine.</param>
/// <param name="Rounds">In how many rounds that was found out.</param>
internal readonly record struct Cost(double Time, double Processor, int Rounds = 1);
