using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The strongly connected components of a graph: two steps are in one component if each comes after the other,
/// which is so only on cycles. Immutable.</summary>
public sealed class StronglyConnectedComponents
{
    // Null where no step comes before one that is declared earlier, so that each is a component.
    private readonly int[]? _component;
    private readonly int[] _size = [];

    private StronglyConnectedComponents(int count) => (Count, Cyclic) = (count, []);

    private StronglyConnectedComponents(int[] component, int count)
    {
        Count = count;
        _component = component;
        _size = new int[count];
        foreach (var of in component)
            _size[of]++;
        Cyclic = MembersOfCyclic(component);
    }

    /// <summary>How many components there are, those of a single step included.</summary>
    public int Count { get; }

    /// <summary>The components with more than one step: in each, every step is on a cycle. Each ascending, ordered by
    /// their first steps.</summary>
    public ImmutableArray<ImmutableArray<int>> Cyclic { get; }

    /// <summary>The component of <paramref name="step"/>; a component has a greater number than those that come after it.</summary>
    public int ComponentOf(int step) => _component is null ? Count - 1 - step : _component[step];

    /// <summary>Whether <paramref name="step"/> is on a cycle.</summary>
    public bool IsOnCycle(int step) => _component is not null && _size[_component[step]] > 1;

    /// <summary>The components of <paramref name="graph"/>, in linear time and without recursion (Tarjan's algorithm with a
    /// stack of its own).</summary>
    public static StronglyConnectedComponents Of(PlanGraph graph)
    {
        if (IsDeclaredInOrder(graph))
            return new(graph.Count);
        var component = new int[graph.Count];
        var components = 0;
        var low = new int[graph.Count];          // 0: not seen; then the earliest visit that can be reached
        var visited = new int[graph.Count];
        var edge = new int[graph.Count];         // the next successor to follow
        var path = new Stack<int>();             // from the root of the search to where it is
        var open = new Stack<int>();             // seen, and not yet in a component
        var visits = 0;
        for (var root = 0; root < graph.Count; root++)
        {
            if (visited[root] == 0)
                Enter(root);
            while (path.Count > 0)
            {
                var step = path.Peek();
                var successors = graph.SuccessorsOf(step);
                if (edge[step] < successors.Length)
                {
                    var successor = successors[edge[step]++];
                    if (visited[successor] == 0)
                        Enter(successor);
                    else if (component[successor] < 0)
                        low[step] = Math.Min(low[step], visited[successor]);
                }
                else
                {
                    Leave(step);
                }
            }
        }

        return new(component, components);

        void Enter(int step)
        {
            visited[step] = low[step] = ++visits;
            component[step] = -1;
            path.Push(step);
            open.Push(step);
        }

        void Leave(int step)
        {
            path.Pop();
            if (path.Count > 0)
                low[path.Peek()] = Math.Min(low[path.Peek()], low[step]);
            if (low[step] != visited[step])
                return;
            int member;
            do
            {
                member = open.Pop();
                component[member] = components;
            }
            while (member != step);
            components++;
        }
    }

    // As people write most plans: each step after those that it waits for, so that there is no way back.
    private static bool IsDeclaredInOrder(PlanGraph graph)
    {
        for (var step = 0; step < graph.Count; step++)
        {
            var predecessors = graph.PredecessorsOf(step);
            if (!predecessors.IsEmpty && predecessors[predecessors.Length - 1] > step)
                return false;
        }

        return true;
    }

    private ImmutableArray<ImmutableArray<int>> MembersOfCyclic(int[] component)
    {
        var members = new Dictionary<int, ImmutableArray<int>.Builder>();
        var cyclic = new List<ImmutableArray<int>.Builder>();
        for (var step = 0; step < component.Length; step++)
        {
            if (!IsOnCycle(step))
                continue;
            if (!members.TryGetValue(component[step], out var steps))
            {
                steps = ImmutableArray.CreateBuilder<int>(_size[component[step]]);
                members.Add(component[step], steps);
                cyclic.Add(steps);
            }

            steps.Add(step);
        }

        return [.. cyclic.Select(static steps => steps.MoveToImmutable())];
    }
}
