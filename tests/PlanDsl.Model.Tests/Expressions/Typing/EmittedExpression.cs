namespace PlanDsl.Model.Tests;

/// <summary>An expression that was written in C#, and the values that it reads.</summary>
public delegate object? EmittedExpression(SampleOrder order, SampleOrder? maybe, int n, string? text);
