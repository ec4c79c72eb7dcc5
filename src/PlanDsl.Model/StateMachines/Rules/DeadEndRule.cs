namespace PlanDsl.Model;

/// <summary>PLAN0402: a state that nothing leaves is declared to be terminal. An unreachable state is PLAN0401 already.</summary>
internal sealed class DeadEndRule : IStateMachineRule
{
    public void Check(StateMachineModel machine, ICollection<Finding> findings)
    {
        if (!machine.IsComplete)
            return;

        var open = StateReachability.Of(machine);
        foreach (var terminal in machine.Terminal)
            open[terminal] = false;
        foreach (var transition in machine.Transitions)
        {
            if (transition.IsWhole)
                open[transition.From] = false;
        }

        for (var state = 0; state < open.Length; state++)
        {
            if (open[state])
                findings.Add(new(RuleIds.DeadEnd, Anchor.State(state), [machine.States[state]]));
        }
    }
}
