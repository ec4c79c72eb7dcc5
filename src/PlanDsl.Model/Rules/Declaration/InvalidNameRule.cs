namespace PlanDsl.Model;

/// <summary>PLAN0004: ids and keys can be used as such. A key that is merely the id is judged only by the member of
/// <c>Results</c> that it gives, since the id has been judged.</summary>
internal sealed class InvalidNameRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (NameRules.FaultOfPlanId(plan.Model.Id) is { } fault)
            findings.Add(new(RuleIds.InvalidName, Anchor.Plan.At(PropertyNames.Id), [plan.Model.Id, "the id of a plan", fault]));

        TakenKeys? taken = null;
        foreach (var step in plan.StepsWith(StepAspects.Name))
        {
            var declared = plan.Model.Steps[step];
            var faultOfId = NameRules.FaultOfStepId(declared.Id);
            if (faultOfId is not null)
                findings.Add(new(RuleIds.InvalidName, Anchor.Step(step).At(PropertyNames.Id), [declared.Id, declared.Parallel is null ? "the id of a step" : "the id of a group", faultOfId]));

            if (declared.DeclaredResultKey is { } key)
                CheckKey(plan, step, key, () => taken ??= new(plan), findings);
            else if (faultOfId is null && FaultOfMember(plan, step) is { } faultOfMember)
                findings.Add(new(RuleIds.InvalidName, Anchor.Step(step), [declared.Id, "a result_key", faultOfMember]));
            if (declared.Signal is { Name: var signal } && NameRules.FaultOfStepId(signal) is { } faultOfSignal)
                findings.Add(new(RuleIds.InvalidName, Anchor.Step(step).At(PropertyNames.Signal), [signal, "the name of a signal", faultOfSignal]));
            if (declared.Pipeline is { } pipeline && string.IsNullOrWhiteSpace(pipeline))
                findings.Add(new(RuleIds.InvalidName, Anchor.Step(step).At(PropertyNames.Pipeline), [pipeline, "the name of a pipeline", "it is empty; use a name that PlanOptions.Pipelines knows"]));
        }
    }

    private static void CheckKey(PlanAnalysis plan, int step, string key, Func<TakenKeys> taken, ICollection<Finding> findings)
    {
        if ((NameRules.FaultOfResultKey(key, other => taken().Contain(step, other)) ?? FaultOfMember(plan, step)) is not { } fault)
            return;
        var suggestion = NameRules.ResultKeyFrom(key);
        findings.Add(new(RuleIds.InvalidName, Anchor.Step(step).At(PropertyNames.ResultKey), [key, "a result_key", fault])
        {
            Suggestion = suggestion.Length > 0 && suggestion != key && !taken().Contain(step, suggestion) ? suggestion : null,
        });
    }

    private static string? FaultOfMember(PlanAnalysis plan, int step)
    {
        if (plan.Model.Steps[step].ResultType is null)
            return null;
        var member = plan.MemberOf(step);
        return ReservedNames.IsReservedMember(member)
            ? $"the member '{member}' of Results would hide another; choose another result_key"
            : null;
    }
}
