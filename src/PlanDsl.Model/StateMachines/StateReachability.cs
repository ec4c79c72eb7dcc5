namespace PlanDsl.Model;

/// <summary>Which states a machine can ever be in.</summary>
internal static class StateReachability
{
    /// <summary>For each state whether transitions lead to it from the initial one, in linear time. Without an initial
    /// state the best that can be said is that states are reachable which some transition enters.</summary>
    public static bool[] Of(StateMachineModel machine)
    {
        var reachable = new bool[machine.States.Count];
        var transitions = machine.Transitions.Where(static transition => transition.IsWhole).ToArray();
        var leaving = transitions.ToLookup(static transition => transition.From, static transition => transition.To);
        var pending = new Stack<int>();
        foreach (var state in machine.Initial is { } initial ? [initial] : transitions.Select(static transition => transition.To))
            Enter(state);
        while (pending.Count > 0)
        {
            foreach (var target in leaving[pending.Pop()])
                Enter(target);
        }

        return reachable;

        void Enter(int state)
        {
            if (reachable[state])
                return;
            reachable[state] = true;
            pending.Push(state);
        }
    }
}
