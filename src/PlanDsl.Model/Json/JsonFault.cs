namespace PlanDsl.Model;

/// <summary>A place at which a text is not JSON.</summary>
/// <param name="Span">The place.</param>
/// <param name="Message">What is wrong there, and what would be right.</param>
internal readonly record struct JsonFault(TextSpan Span, string Message)
{
    /// <summary>Whether the text is well formed but larger than what is read.</summary>
    public bool IsLimit { get; init; }
}
