namespace PlanDsl.Model;

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; 0 for the end.</param>
/// <param name="Value">A name, the text of a number, or the characters of a string; the empty string for other tokens.</param>
internal readonly record struct ExpressionToken(TokenKind Kind, int Start, int Length, string Value)
{
    /// <summary>Whether a fault has been reported just before it, so that what it seems to lack is no second one.</summary>
    public bool AfterFault { get; init; }

    public int End => Start + Length;

    public bool IsWord(string word) => Kind is TokenKind.Name && string.Equals(Value, word, StringComparison.OrdinalIgnoreCase);
}
