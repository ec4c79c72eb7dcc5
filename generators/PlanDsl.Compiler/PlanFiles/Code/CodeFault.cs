using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A text of a plan file that does not fit the C# types that it is about.</summary>
/// <param name="RuleId">The rule that it breaks, one of <see cref="RuleIds"/>.</param>
/// <param name="Role">The method of the step in which it stands.</param>
/// <param name="Place">The value in which it stands.</param>
/// <param name="Start">Where in the text of that string it begins, in UTF-16 units behind escapes of JSON.</param>
/// <param name="Length">How many units it takes; 0 for the whole value, which may be no string.</param>
/// <param name="Args">What fills the placeholders of the rule's message.</param>
public sealed record CodeFault(string RuleId, MethodRole Role, TextPlace Place, int Start, int Length, EquatableArray<string> Args)
{
    /// <summary>The name that was probably meant; <see langword="null"/> if none is near.</summary>
    public string? Suggestion { get; init; }
}
