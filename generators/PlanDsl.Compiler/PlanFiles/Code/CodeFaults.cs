using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Puts what does not fit in an expression into the words of the rules.</summary>
internal static class CodeFaults
{
    public static CodeFault Of(TypeFault fault, Expression expression, CodePlace place, TextPlace at) => fault.Kind switch
    {
        TypeFaultKind.UnknownMember => UnknownMember(fault, fault.Path!, place, at),
        TypeFaultKind.MayBeNull => MayBeNull(fault, place, at),
        _ when place.Role.Decides() => new(RuleIds.InvalidCondition, place.Role, at, fault.Start, fault.Length, [at.Property, expression.ToString(), place.StepId, fault.Message]),
        _ => new(RuleIds.InvalidTemplate, place.Role, at, fault.Start, fault.Length, [at.Property, place.Name, fault.Message]),
    };

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

    // As the rule says it of members that are known without C#.
    private static CodeFault UnknownMember(TypeFault fault, PathExpression path, CodePlace place, TextPlace at)
    {
        var segment = path.Segments[fault.Segment];
        var nearest = segment.Name is { } name ? new Nearest(fault.Members).To(name) : null;
        var remedy = nearest is not null ? $"did you mean '{nearest}'?"
            : fault.IsList ? $"it is a list; take an element of it, such as {path.TextOfFirst(fault.Segment)}[0]"
            : fault.Members.IsEmpty ? "it is a plain value; end the path here"
            : $"it has {string.Join(", ", fault.Members.Take(6))}{(fault.Members.Count > 6 ? ", …" : "")}";
        var written = segment.Name ?? "[" + segment.Index.ToString(CultureInfo.InvariantCulture) + "]";
        return new(RuleIds.UnknownMember, place.Role, at, fault.Start, fault.Length, [path.TextOfFirst(fault.Segment), written, path.ToString(), place.Name, remedy])
        {
            Suggestion = nearest,
        };
    }

    private static CodeFault MayBeNull(TypeFault fault, CodePlace place, TextPlace at)
    {
        var path = fault.Nullable!.ToString();
        var absent = fault.Path?.TextOfFirst(fault.Segment) ?? path;
        return new(RuleIds.OptionalIntoNonNullable, place.Role, at, fault.Start, fault.Length,
            [$"Reference '{path}'", place.Name, "needs a value", absent, "its type allows null", $"say what to take then: {path} ?? …"]);
    }
}
