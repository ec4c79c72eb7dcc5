namespace PlanDsl.Benchmarks;

/// <summary>A line of the table.</summary>
/// <param name="Workload">What was measured.</param>
/// <param name="Against">With what it was compared.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Target">What should.</param>
/// <param name="IsMet">Whether it does; null where nothing has to.</param>
/// <param name="Figures">The figures behind a ratio.</param>
internal sealed record Line(string Workload, string Against, string Measured, string Target, bool? IsMet, string Figures = "");
