using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Testing.Internal;

/// <summary>A span that a test's source marks, and the label it has there.</summary>
/// <param name="Label">What stands before the colon in <c>{|PLAN0101:…|}</c>; the empty string for <c>[|…|]</c>.</param>
/// <param name="Span">The span in the text without markup.</param>
public sealed record Mark(string Label, TextSpan Span);
