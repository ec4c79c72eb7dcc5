namespace PlanDsl.Model;

/// <summary>PLAN0003: no two steps have one id, and none has that of an element of a fan-out beside it: a run knows both by their path. Located at the
/// later one.</summary>
internal sealed class DuplicateStepIdRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.Bindings.Contested)
        {
            var first = plan.Bindings.StepWithId(plan.Model.Steps[step].Id);
            if (first != step)
                findings.Add(Taken(plan, step, "an earlier step", first));
        }

        foreach (var step in plan.StepsWith(StepAspects.Name))
        {
            var id = plan.Model.Steps[step].Id;
            if (id.EndsWith("]", StringComparison.Ordinal) && FanOutOf(plan, step, id) is >= 0 and var fanOut)
                findings.Add(Taken(plan, step, $"an element of '{plan.Model.Steps[fanOut].Id}', which runs once for each", fanOut));
        }
    }

    private static Finding Taken(PlanAnalysis plan, int step, string taker, int by)
    {
        var declared = plan.Model.Steps[step];
        return new(RuleIds.DuplicateStepId, Anchor.Step(step), [declared.Parallel is null ? "Step" : "Group", declared.Id, taker]) { Related = [Anchor.Step(by)] };
    }

    // Elements are numbered from 0: 'each[0]' is the first of 'each'.
    private static int FanOutOf(PlanAnalysis plan, int step, string id)
    {
        var open = id.LastIndexOf('[');
        var number = id.Substring(open + 1, id.Length - open - 2);
        if (open <= 0 || number.Length == 0 || !number.All(static digit => digit is >= '0' and <= '9') || (number.Length > 1 && number[0] == '0'))
            return -1;
        var fanOut = plan.Bindings.StepWithId(id.Substring(0, open));
        return fanOut >= 0 && plan.Model.Steps[fanOut].Element is not null && plan.Bindings.GroupOf(fanOut) == plan.Bindings.GroupOf(step) ? fanOut : -1;
    }
}
