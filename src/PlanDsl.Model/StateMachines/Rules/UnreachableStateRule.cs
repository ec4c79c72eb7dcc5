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
                findings.Add(new(RuleIds.UnreachableState, Anchor.State(state), [machine.States[state], machine.States[initial], ReasonFor(machine, state)]));
        }
    }

    // The members of an enum are the states, those that are mentioned nowhere included.
    private static string ReasonFor(StateMachineModel machine, int state) =>
        !machine.Transitions.Any(transition => transition.From == state || transition.To == state) ? "no transition mentions it"
        : !machine.Transitions.Any(transition => transition.To == state && transition.From != state) ? "no transition leads to it"
        : "what leads to it cannot be reached itself";
}
