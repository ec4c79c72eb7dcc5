namespace PlanDsl.Model;

/// <summary>PLAN0401: the transitions lead from the initial state to every other.</summary>
internal sealed class UnreachableStateRule : IStateMachineRule
{
    public void Check(StateMachineModel machine, ICollection<Finding> findings)
    {
        if (!machine.IsComplete || machine.Initial is not { } initial)
            return;

        var reachable = StateReachability.Of(machine);
        for (var state = 0; state < reachable.Length; state++)
        {
            if (!reachable[state])
                findings.Add(new(RuleIds.UnreachableState, Anchor.State(state), [machine.States[initial], machine.States[state]]));
        }
    }
}
