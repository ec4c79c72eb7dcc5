namespace PlanDsl.Model;

/// <summary>What says nothing on a parallel group of some kind.</summary>
internal static class GroupsOptions
{
    public static void Check(PlanAnalysis plan, int group, StepOptions options)
    {
        var declared = plan.Model.Steps[group];
        if (declared.Parallel is { Threshold: not null, EffectiveStrategy: not ParallelStrategy.Threshold and <= ParallelStrategy.BestEffort and var strategy })
            options.Add(PropertyNames.Threshold, $"its strategy is {plan.Words.ValueAlone(strategy)}; write {plan.Words.Set(PropertyNames.Strategy, ParallelStrategy.Threshold)}, or remove it");
        if (declared is { DeclaredResultKey: not null, ResultType: null } && !plan.Bindings.MembersOf(group).IsEmpty)
            options.Add(PropertyNames.ResultKey, "its members do not all return one type, so that it has no result; let them, or remove it");
    }
}
