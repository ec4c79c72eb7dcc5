namespace PlanDsl.Model;

/// <summary>PLAN0404: a machine says in which of its states it starts.</summary>
internal sealed class InitialStateRule : IStateMachineRule
{
    public void Check(StateMachineModel machine, ICollection<Finding> findings)
    {
        if (machine.Initial is not null)
            return;

        if (machine.DeclaredInitial is { } declared)
            findings.Add(new(RuleIds.NoInitialState, Anchor.Plan.At(PropertyNames.Initial), [machine.Name, $"'{declared}' is no member of '{machine.StateType}'"]));
        else if (machine.IsComplete)
            findings.Add(new(RuleIds.NoInitialState, Anchor.Plan, [machine.Name, $"write [StateMachine(Initial = {machine.StateType}.…)]"]));
    }
}
