using System.Globalization;

namespace PlanDsl.Model;

/// <summary>What does not fit in an expression of a plan file, in the words of the rules: the same where the file is compiled.</summary>
/// <param name="RuleId">The rule that it breaks, one of <see cref="RuleIds"/>.</param>
/// <param name="Args">What fills the placeholders of the rule's message.</param>
internal sealed record TypeFaultText(string RuleId, EquatableArray<string> Args)
{
    /// <summary>The name that was probably meant; <see langword="null"/> if none is near.</summary>
    public string? Suggestion { get; private init; }

    /// <summary>The rule that a fault breaks by itself; <see langword="null"/> for what depends on where the expression stands.</summary>
    public static string? RuleOf(TypeFault fault) => fault.Kind switch
    {
        TypeFaultKind.UnknownMember => RuleIds.UnknownMember,
        TypeFaultKind.MayBeNull => RuleIds.OptionalIntoNonNullable,
        _ => null,
    };

    /// <summary>A member that there is not (PLAN0207), or a value that may be absent where one is needed (PLAN0204); <see langword="null"/> for what
    /// depends on where the expression stands.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="place">What the expression belongs to, as messages name it.</param>
    /// <param name="property">The property in which it stands.</param>
    public static TypeFaultText? Of(TypeFault fault, string place, string property) => fault.Kind switch
    {
        TypeFaultKind.UnknownMember => UnknownMember(fault, fault.Path!, place),
        TypeFaultKind.MayBeNull => MayBeNull(fault, place, takesPathOnly: property == PropertyNames.Each),
        _ => null,
    };

    // As the rule says it of members that are known without types.
    private static TypeFaultText UnknownMember(TypeFault fault, PathExpression path, string place)
    {
        var segment = path.Segments[fault.Segment];
        var nearest = fault.Nearest;
        var remedy = nearest is not null ? $"did you mean '{nearest}'?"
            : fault.Count is 0 ? "it is an empty list; write elements into it, or take none of it"
            : fault.Count is { } count ? $"it has {(count == 1 ? "one element" : count.ToString(CultureInfo.InvariantCulture) + " elements")}, counted from 0"
            : fault.IsList ? $"it is a list; take an element of it, such as {path.TextOfFirst(fault.Segment)}[0]"
            : fault.IsObject && fault.Members.IsEmpty ? "it is an object; take a member of it, by its name"
            : fault.Members.IsEmpty ? "it is a plain value; end the path here"
            : $"it has {string.Join(", ", fault.Members.Take(6))}{(fault.Members.Count > 6 ? ", …" : "")}";
        var written = segment.Name ?? "[" + segment.Index.ToString(CultureInfo.InvariantCulture) + "]";
        return new(RuleIds.UnknownMember, [path.TextOfFirst(fault.Segment), written, path.ToString(), place, remedy]) { Suggestion = nearest };
    }

    private static TypeFaultText MayBeNull(TypeFault fault, string place, bool takesPathOnly)
    {
        var path = fault.Nullable!.ToString();
        var absent = fault.Path?.TextOfFirst(fault.Segment) ?? path;
        var reason = fault.IsLeftOut ? "it is left out where it has no value" : fault.IsNull ? "it is null" : "its type allows null";
        return new(RuleIds.OptionalIntoNonNullable, [$"Reference '{path}'", place, "needs a value", absent, reason, takesPathOnly ? ElementSourceRule.RemedyForAbsence : $"say what to take then: {path} ?? …"]);
    }
}
