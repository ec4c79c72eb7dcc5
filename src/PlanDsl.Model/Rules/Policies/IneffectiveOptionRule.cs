namespace PlanDsl.Model;

/// <summary>PLAN0309: an option that is written down does something.</summary>
internal sealed class IneffectiveOptionRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var declared = plan.Model.Steps[step];
            var options = new Options(Anchor.Step(step), declared.Name, findings);
            if (declared.Group is not null)
                CheckMember(declared, options);
            else if (declared.RunWhen is RunWhen.Failure && plan.Graph.PredecessorsOf(step).IsEmpty && IsResolved(plan, step))
                options.Add(PropertyNames.RunWhen, "it waits for no other whose failure it could follow, so it never runs; name one in depends_on, or bind its outcome");
            if (declared.Parallel is { Threshold: not null, EffectiveStrategy: not ParallelStrategy.Threshold and <= ParallelStrategy.BestEffort and var strategy })
                options.Add(PropertyNames.Threshold, $"its strategy is {strategy}; write Strategy = ParallelStrategy.Threshold, or remove it");
            CheckLoop(declared, options);
            if (declared is { Parallel: null, Element: null, MaxParallel: not null })
                options.Add(PropertyNames.MaxParallel, "the step runs once; it bounds the elements of a step that has an [Each] parameter");
        }
    }

    private static void CheckMember(StepModel member, Options options)
    {
        var reason = $"group '{member.Group}' makes of a member's failure what its strategy says; set it on the group, or remove it";
        if (member.OnFailure is not null)
            options.Add(PropertyNames.OnFailure, reason);
        if (member.Critical is not null)
            options.Add(PropertyNames.Critical, reason);
        if (member.RunWhen is not null)
            options.Add(PropertyNames.RunWhen, $"a member runs when group '{member.Group}' does; set it on the group, or remove it");
    }

    private static void CheckLoop(StepModel step, Options options)
    {
        for (var index = 0; index < step.Parameters.Count; index++)
        {
            if (step.Parameters[index].Kind is ParameterKind.Previous && (step.RepeatUntil is null || step.ResultType is null))
                options.Add(index, step.RepeatUntil is null ? "the step is not repeated; add repeat_until, or remove it" : "the step returns nothing; let it return a value, or remove it");
        }

        if (step.RepeatUntil is not null)
            return;
        if (step.MaxIterations is not null)
            options.Add(PropertyNames.MaxIterations, "nothing says until when to repeat it; add repeat_until, or remove it");
        if (step.OnExhausted is not null)
            options.Add(PropertyNames.OnExhausted, "nothing says until when to repeat it; add repeat_until, or remove it");
    }

    // Who waits for a step that does not exist has been told of that.
    private static bool IsResolved(PlanAnalysis plan, int step)
    {
        foreach (var binding in plan.Bindings.BindingsOf(step))
        {
            if (plan.IsUnresolved(binding))
                return false;
        }

        return plan.Bindings.DependenciesOf(step).IsEmpty;
    }

    private readonly struct Options(Anchor owner, string name, ICollection<Finding> findings)
    {
        public void Add(int parameter, string reason) =>
            findings.Add(new(RuleIds.IneffectiveOption, Anchor.StepParameter(owner.Index, parameter), [PropertyNames.Previous, name, reason]));

        public void Add(string property, string reason) =>
            findings.Add(new(RuleIds.IneffectiveOption, owner.At(property), [property, name, reason]));
    }
}
