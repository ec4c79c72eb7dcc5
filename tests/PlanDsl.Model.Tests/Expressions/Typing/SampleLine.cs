namespace PlanDsl.Model.Tests;

/// <summary>An element of a result.</summary>
public sealed record SampleLine(string Sku, int? Quantity, decimal Price);
