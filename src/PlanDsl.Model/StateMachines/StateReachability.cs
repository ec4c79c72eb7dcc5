namespace PlanDsl.Model;

/// <summary>Which states a machine can ever be in.</summary>
internal static class StateReachability
{
    /// <summary>For each state whether transitions lead to it from the initial one, in linear time. Without an initial
    /// state nothing can be said, and every state counts as reachable.</summary>
    public static bool[] Of(StateMachineModel machine)
    {
        var reachable = new bool[machine.States.Count];
        if (machine.Initial is not { } initial)
        {
            reachable.AsSpan().Fill(true);
            return reachable;
        }

        var leaving = machine.Transitions.Where(static transition => transition.IsWhole)
            .ToLookup(static transition => transition.From, static transition => transition.To);
        var pending = new Stack<int>();
        Enter(initial);
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
