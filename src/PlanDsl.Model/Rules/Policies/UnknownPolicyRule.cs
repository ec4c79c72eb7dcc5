namespace PlanDsl.Model;

/// <summary>PLAN0306: a policy is one that exists; in C# any number can be cast to one.</summary>
internal sealed class UnknownPolicyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Policy | StepAspects.Retry | StepAspects.Loop | StepAspects.Group))
        {
            var declared = plan.Model.Steps[step];
            if (declared.OnFailure is { } policy and not (FailurePolicy.Abort or FailurePolicy.SkipDependents or FailurePolicy.Continue))
            {
                findings.Add(new(
                    RuleIds.UnknownPolicy,
                    Anchor.Step(step).At(PropertyNames.OnFailure),
                    [policy.ToString("D"), "failure policy", "use Abort, SkipDependents or Continue"]));
            }

            if (declared.RunWhen is { } ends and not (RunWhen.Success or RunWhen.Failure or RunWhen.Always))
            {
                findings.Add(new(
                    RuleIds.UnknownPolicy,
                    Anchor.Step(step).At(PropertyNames.RunWhen),
                    [ends.ToString("D"), plan.Words[PropertyNames.RunWhen], "use Success, Failure or Always"]));
            }

            if (declared.Retry?.Backoff is { } backoff and not (RetryBackoff.Constant or RetryBackoff.Exponential))
            {
                findings.Add(new(
                    RuleIds.UnknownPolicy,
                    Anchor.Step(step).At(PropertyNames.RetryBackoff),
                    [backoff.ToString("D"), "retry backoff", "use Constant or Exponential"]));
            }

            if (declared.OnExhausted is { } exhausted and not (OnExhausted.Fail or OnExhausted.UseLast))
            {
                findings.Add(new(
                    RuleIds.UnknownPolicy,
                    Anchor.Step(step).At(PropertyNames.OnExhausted),
                    [exhausted.ToString("D"), "end of a loop", "use Fail or UseLast"]));
            }

            if (declared.Parallel?.Strategy is { } strategy and not (>= ParallelStrategy.All and <= ParallelStrategy.BestEffort))
            {
                findings.Add(new(
                    RuleIds.UnknownPolicy,
                    Anchor.Step(step).At(PropertyNames.Strategy),
                    [strategy.ToString("D"), "strategy of a group", "use All, FailFast, Any, Threshold or BestEffort"]));
            }
        }
    }
}
