using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The transitions of a sound machine as a matrix: a row for each state, a column for each trigger.</summary>
internal sealed class TransitionTable
{
    private readonly int[] _targets;

    public TransitionTable(StateMachineModel machine)
    {
        Rows = machine.States.Count;
        Columns = machine.Triggers.Count;
        Rejected = Rows <= byte.MaxValue ? byte.MaxValue : ushort.MaxValue;
        _targets = new int[Rows * Columns];
        _targets.AsSpan().Fill(Rejected);
        foreach (var transition in machine.Transitions)
        {
            if (transition.IsWhole)
                _targets[(transition.From * Columns) + transition.Trigger] = transition.To;
        }
    }

    /// <summary>How many states there are.</summary>
    public int Rows { get; }

    /// <summary>How many triggers there are.</summary>
    public int Columns { get; }

    /// <summary>The entry that stands where there is no transition; no state has this index.</summary>
    public int Rejected { get; }

    /// <summary>The type of the entries: the smallest that holds every state and <see cref="Rejected"/>.</summary>
    public string ElementType => Rejected == byte.MaxValue ? "byte" : "ushort";

    /// <summary>Where the transitions from a state lead, trigger by trigger.</summary>
    public ReadOnlySpan<int> Row(int state) => _targets.AsSpan(state * Columns, Columns);

    /// <summary>The triggers that are not rejected in a state.</summary>
    public IEnumerable<int> TriggersOf(int state) =>
        Enumerable.Range(0, Columns).Where(trigger => _targets[(state * Columns) + trigger] != Rejected);
}
