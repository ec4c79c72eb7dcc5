namespace PlanDsl.Model;

/// <summary>What a text was parsed into.</summary>
/// <param name="Root">The expression, or as much of it as could be understood; <see langword="null"/> where that is nothing.</param>
/// <param name="Faults">What is wrong with the text, in its order, as far as anybody may want to see it; none if <paramref name="Root"/> is what its author meant.</param>
public sealed record ParsedExpression(Expression? Root, EquatableArray<ExpressionFault> Faults)
{
    /// <summary>What else is wrong with it and is counted only.</summary>
    internal OmittedFaults Omitted { get; init; }
}
