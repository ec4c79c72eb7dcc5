namespace PlanDsl;

/// <summary>A limit of the plan was reached, which no retry would change.</summary>
internal sealed class LimitException(string message) : InvalidOperationException(message);
