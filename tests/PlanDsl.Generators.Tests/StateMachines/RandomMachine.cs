using System.Text;

namespace PlanDsl.Generators.Tests;

/// <summary>A random machine without errors: every state is reached, and a state and trigger have one target.</summary>
internal sealed class RandomMachine
{
    public RandomMachine(Random random, string name, int states, int triggers)
    {
        Name = name;
        States = new(random, name + "State", states);
        Triggers = new(random, name + "Trigger", triggers);
        for (var state = 1; state < states; state++)
            AddFree(random, state, state);
        for (var extra = random.Next(states * triggers); extra > 0; extra--)
            Targets.TryAdd((random.Next(states), random.Next(triggers)), random.Next(states));
        Terminal = [.. Enumerable.Range(0, states).Where(_ => random.Next(4) == 0)];
        if (Targets.Count == 0)
            Targets.Add((0, 0), 0);
    }

    public string Name { get; }

    public RandomEnum States { get; }

    public RandomEnum Triggers { get; }

    /// <summary>Which state each state and trigger lead to, by their positions in the enums.</summary>
    public Dictionary<(int State, int Trigger), int> Targets { get; } = [];

    public int[] Terminal { get; }

    public string Declare()
    {
        var text = new StringBuilder();
        text.Append(States.Declare()).Append('\n').Append(Triggers.Declare()).Append('\n');
        text.Append($"[StateMachine(Initial = {State(0)}, Terminal = new object[] {{ {string.Join(", ", Terminal.Select(State))} }})]\n");
        foreach (var ((from, trigger), to) in Targets)
            text.Append($"[Transition({State(from)}, {Triggers.Name}.M{trigger}, {State(to)})]\n");
        return text.Append($"public static partial class {Name};\n").ToString();
    }

    private string State(int position) => $"{States.Name}.M{position}";

    // Among the states before it there is always a trigger left: each has led to one state more at most.
    private void AddFree(Random random, int before, int target)
    {
        var triggers = Triggers.Values.Length;
        var start = random.Next(before * triggers);
        for (var i = 0; ; i++)
        {
            var (state, trigger) = Math.DivRem((start + i) % (before * triggers), triggers);
            if (Targets.TryAdd((state, trigger), target))
                return;
        }
    }
}
