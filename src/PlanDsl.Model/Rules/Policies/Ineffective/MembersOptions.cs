namespace PlanDsl.Model;

/// <summary>What a member of a parallel group has no say in.</summary>
internal static class MembersOptions
{
    public static void Check(StepModel member, StepOptions options)
    {
        var reason = $"group '{member.Group}' makes of a member's failure what its strategy says; set it on the group, or remove it";
        if (member.OnFailure is not null)
            options.Add(PropertyNames.OnFailure, reason);
        if (member.Critical is not null)
            options.Add(PropertyNames.Critical, reason);
        if (member.RunWhen is not null)
            options.Add(PropertyNames.RunWhen, $"a member runs when group '{member.Group}' does; set it on the group, or remove it");
    }
}
