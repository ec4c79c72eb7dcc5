namespace PlanDsl.Model;

/// <summary>Finds the members that paths into the results of groups lead to: <c>checks.lint.stdout</c> is about the member <c>lint</c> alone.</summary>
internal static class GroupPaths
{
    /// <summary>The member that a path leads to by the segment behind <paramref name="used"/>; <see langword="null"/> where it leads to none, and
    /// where a group that has succeeded may be without it, so that only a run can tell.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="bindings">What its names mean.</param>
    /// <param name="path">The path.</param>
    /// <param name="used">How many of its segments lead to the group.</param>
    /// <param name="group">The step that the path begins with.</param>
    public static int? MemberAt(PlanModel model, PlanBindings bindings, PathExpression path, int used, int group)
    {
        if (model.Steps[group].Parallel is not { CanLoseMembers: false } || path.Segments.Count <= used)
            return null;
        var member = MemberAt(bindings, path.Segments[used], group);
        return member >= 0 && model.Steps[member].When is null ? member : null;
    }

    /// <summary>The member that a segment names behind a group, whether a group that has succeeded can be without it or not; -1 for none.</summary>
    public static int MemberAt(PlanBindings bindings, PathSegment segment, int group)
    {
        if (bindings.AreMembersKeyed(group))
            return segment.Name is { } name ? bindings.MemberWithKey(group, name) : -1;
        var members = bindings.MembersOf(group);
        return segment.Name is null && segment.Index < members.Length ? members[segment.Index] : -1;
    }
}
