namespace PlanDsl.Model;

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <param name="Json">The value as JSON.</param>
public sealed record LiteralValue(string Json) : ValueTemplate;
