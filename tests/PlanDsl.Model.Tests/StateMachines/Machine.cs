namespace PlanDsl.Model.Tests;

/// <summary>Machines in a line: <c>Machine.Of("a", "a go b", "b stop c")</c>. States and triggers are collected from the transitions.</summary>
internal static class Machine
{
    public static StateMachineModel Of(string? initial, params string[] transitions)
    {
        var states = new List<string>();
        var triggers = new List<string>();
        var read = transitions.Select(text => text.Split(' ')).Select(parts =>
            new TransitionModel(Index(states, parts[0]), Index(triggers, parts[1]), Index(states, parts[2]))).ToEquatableArray();
        return new()
        {
            Name = "Door",
            StateType = "DoorState",
            TriggerType = "DoorTrigger",
            Initial = initial is null ? null : Index(states, initial),
            DeclaredInitial = initial is null ? null : $"DoorState.{initial}",
            Transitions = read,
            States = states.ToEquatableArray(),
            Triggers = triggers.ToEquatableArray(),
        };
    }

    public static StateMachineModel WithTerminal(this StateMachineModel machine, params string[] states) =>
        machine with { Terminal = states.Select(state => StateIndex(machine, state)).ToEquatableArray() };

    public static StateMachineModel WithState(this StateMachineModel machine, string state) =>
        machine with { States = machine.States.Append(state).ToEquatableArray() };

    public static StateMachineModel WithTrigger(this StateMachineModel machine, string trigger) =>
        machine with { Triggers = machine.Triggers.Append(trigger).ToEquatableArray() };

    public static int StateIndex(this StateMachineModel machine, string state) => machine.States.ToList().IndexOf(state);

    private static int Index(List<string> names, string name)
    {
        if (!names.Contains(name))
            names.Add(name);
        return names.IndexOf(name);
    }
}
