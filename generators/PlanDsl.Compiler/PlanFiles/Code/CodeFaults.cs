using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Puts what does not fit in an expression into the words of the rules.</summary>
internal static class CodeFaults
{
    /// <summary>What does not fit.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="written">The expression as text.</param>
    /// <param name="place">The method in which it stands.</param>
    /// <param name="at">The value in which it stands.</param>
    public static CodeFault Of(TypeFault fault, string written, CodePlace place, TextPlace at)
    {
        if (TypeFaultText.Of(fault, place.Name, at.Property) is { } text)
            return new(text.RuleId, place.Role, at, fault.Start, fault.Length, text.Args) { Suggestion = text.Suggestion };
        return place.Role.Decides()
            ? new(RuleIds.InvalidCondition, place.Role, at, fault.Start, fault.Length, [at.Property, written, place.StepId, fault.Message])
            : new(RuleIds.InvalidTemplate, place.Role, at, fault.Start, fault.Length, [at.Property, place.Name, TemplateFaults.Unfit(fault.Message)]);
    }

    /// <summary>A value that may be absent where one is needed.</summary>
    public static CodeFault MayBeAbsent(Expression value, string needs, string reason, CodePlace place, TextPlace at) => new(
        RuleIds.OptionalIntoNonNullable, place.Role, at, value.Start, value.Length,
        [$"Reference '{value}'", place.Name, needs, value.ToString(), reason, $"say what to take then: {value} ?? …"]);

    /// <summary>A value of a type that is not taken.</summary>
    public static CodeFault Mismatch(string taker, CodeType target, string fault, string remedy, CodePlace place, TextPlace at, Expression? value = null) => new(
        RuleIds.TypeMismatch, place.Role, at, value?.Start ?? 0, value?.Length ?? 0,
        [taker, place.Name, Display(target), fault, remedy]);

    /// <summary>A type as messages spell it.</summary>
    public static string Display(CodeType type) => type.Expression.MayBeNull ? type.Expression.Display + "?" : type.Expression.Display;
}
