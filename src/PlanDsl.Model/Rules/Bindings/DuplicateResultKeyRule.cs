namespace PlanDsl.Model;

/// <summary>PLAN0203: each result_key, and each member of <c>Results</c> made of one, belongs to one step. Located at the later
/// one. Steps that share their id, and keys that cannot be used as they are, already have a finding for it.</summary>
internal sealed class DuplicateResultKeyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        // Plain keys that differ are members that differ.
        if (plan.Bindings.Contested.Count == 0 && !plan.HasAny(StepAspects.Name))
            return;
        var members = new NameTable(plan.Model.Steps.Count);
        var owners = new int[plan.Model.Steps.Count];            // by the number of a member, the first step that claims it, plus one
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var declared = plan.Model.Steps[step];
            if (declared.ResultType is null || (declared.DeclaredResultKey is { } key && NameRules.FaultOfResultKey(key) is not null))
                continue;
            var member = plan.MemberOf(step);
            ref var owner = ref owners[members.Add(member)];
            if (owner == 0)
            {
                owner = step + 1;
                continue;
            }

            var first = owner - 1;
            var other = plan.Model.Steps[first];
            if (other.Id == declared.Id || member.Length == 0)
                continue;
            var clash = other.ResultKey == declared.ResultKey
                ? $"as step '{other.Id}' does"
                : $"which becomes the member '{member}' of Results, as '{other.ResultKey}' of step '{other.Id}' does";
            findings.Add(new(RuleIds.DuplicateResultKey, KeyAnchors.Of(plan.Model, step), [declared.Id, declared.ResultKey, clash])
            {
                Related = [KeyAnchors.Of(plan.Model, first)],
            });
        }
    }
}
