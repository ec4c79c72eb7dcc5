namespace PlanDsl.Model;

/// <summary>PLAN0405: every trigger fires some transition.</summary>
internal sealed class UnusedTriggerRule : IStateMachineRule
{
    public void Check(StateMachineModel machine, ICollection<Finding> findings)
    {
        if (!machine.IsComplete)
            return;

        var used = new bool[machine.Triggers.Count];
        foreach (var transition in machine.Transitions)
        {
            if (transition.IsWhole)
                used[transition.Trigger] = true;
        }

        for (var trigger = 0; trigger < used.Length; trigger++)
        {
            if (!used[trigger])
                findings.Add(new(RuleIds.UnusedTrigger, Anchor.Trigger(trigger), [machine.Triggers[trigger], machine.Name]));
        }
    }
}
