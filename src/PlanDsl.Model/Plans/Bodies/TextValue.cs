namespace PlanDsl.Model;

/// <summary>A string. One that is exactly one expression becomes the value of that expression, whatever its kind.</summary>
/// <param name="Template">The string.</param>
public sealed record TextValue(Template Template) : ValueTemplate;
