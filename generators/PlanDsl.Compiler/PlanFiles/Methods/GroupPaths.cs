using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the members that paths into the results of groups lead to: <c>checks.lint.stdout</c> is about the member <c>lint</c> alone.</summary>
internal static class GroupPaths
{
    /// <summary>The member that a path leads to by the segment behind <paramref name="used"/>; <see langword="null"/> where it leads to none, and
    /// where a group that has succeeded may be without it, so that only a run can tell.</summary>
    public static int? MemberAt(PathExpression path, int used, int group, FilePlanReading plan)
    {
        if (plan.Model.Steps[group].Parallel is not { CanLoseMembers: false } || path.Segments.Count <= used)
            return null;
        var members = plan.Bindings.MembersOf(group);
        var segment = path.Segments[used];
        var found = plan.Types.MergeOf(group) is GroupMerge.Object
            ? segment.Name is { } name ? plan.Bindings.KeysOf(group).NumberOf(name) : -1
            : segment.Name is null && segment.Index < members.Length ? segment.Index : -1;
        return found >= 0 && plan.Model.Steps[members[found]].When is null && plan.Types.ResultOf(members[found]) is not null ? members[found] : null;
    }
}
