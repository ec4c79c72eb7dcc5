namespace PlanDsl.Benchmarks;

/// <summary>Something was asked for that there is not, so that nothing is measured.</summary>
internal sealed class UsageException(string message) : Exception(message);
