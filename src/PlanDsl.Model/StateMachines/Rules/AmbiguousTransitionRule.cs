namespace PlanDsl.Model;

/// <summary>PLAN0403: a state and a trigger together lead to one state, and are declared once.</summary>
internal sealed class AmbiguousTransitionRule : IStateMachineRule
{
    public void Check(StateMachineModel machine, ICollection<Finding> findings)
    {
        var first = new Dictionary<(int From, int Trigger), int>();
        for (var i = 0; i < machine.Transitions.Count; i++)
        {
            var transition = machine.Transitions[i];
            if (!transition.IsWhole)
                continue;

            var key = (transition.From, transition.Trigger);
            if (!first.TryGetValue(key, out var earlier))
                first.Add(key, i);
            else
                findings.Add(Conflict(machine, i, earlier));
        }
    }

    private static Finding Conflict(StateMachineModel machine, int index, int earlier)
    {
        var transition = machine.Transitions[index];
        var taken = machine.Transitions[earlier].To;
        var repeats = taken == transition.To;
        var remedy = repeats
            ? "this transition repeats it, so remove it"
            : $"it cannot lead to '{machine.States[transition.To]}' as well, so remove one of the two";
        var anchor = Anchor.Transition(index);
        return new(
            RuleIds.AmbiguousTransition,
            repeats ? anchor : anchor.At(PropertyNames.Target),
            [machine.Triggers[transition.Trigger], machine.States[transition.From], machine.States[taken], remedy])
        {
            Related = [Anchor.Transition(earlier)],
        };
    }
}
