namespace PlanDsl.Model;

/// <summary>The ways on which a run can go through a plan with transitions: which steps any of them leads to, and past which a way can lead. Where
/// several steps fail to the same branch, it counts as one that leads on to where any of them would go.</summary>
internal sealed class FlowWays
{
    private readonly StepSet _reached;
    private readonly Dominators? _dominators; // null where ways lead in a circle, of which another finding tells
    private readonly int _end;

    private FlowWays(PlanModel plan, int first)
    {
        _end = plan.Steps.Count;
        _reached = new(_end + 1);
        var edges = new List<(int From, int To)>();
        Walk(plan, first, edges);
        _dominators = Dominators.Of(_end + 1, first, edges, _reached.Count);
    }

    /// <summary>The ways through a plan; <see langword="null"/> for one whose steps wait for what they depend on.</summary>
    public static FlowWays? Of(PlanModel plan) => FlowStart.Of(plan) is { } first ? new(plan, first) : null;

    /// <summary>Whether a way leads to a step.</summary>
    public bool LeadTo(int step) => _reached.Contains(step);

    /// <summary>Whether a way leads past a step, be it to another or to the end of the plan.</summary>
    /// <param name="step">The step.</param>
    /// <param name="other">The other; <see langword="null"/> for the end.</param>
    public bool LeadPast(int step, int? other = null) => _dominators is not null && !_dominators.Dominates(step, other ?? _end);

    private void Walk(PlanModel plan, int first, List<(int From, int To)> edges)
    {
        var rest = new Stack<int>();
        _reached.Add(first);
        rest.Push(first);
        while (rest.Count > 0)
        {
            var step = rest.Pop();
            var flow = plan.Steps[step].Flow!;
            if (!flow.IsOffMainLine)
                Go(step, flow.DefaultNext ?? flow.NextOnMainLine);
            var last = step;
            foreach (var next in flow.FailureBranch)
            {
                Go(last, next);
                last = next;
            }

            if (last != step)
                Go(last, plan.Steps[last].Flow?.DefaultNext ?? flow.NextOnMainLine);
        }

        void Go(int from, int? to)
        {
            var next = to is { } step && plan.Steps[step].Flow is not null ? step : _end;

            // A branch may lead on to the step that it ends with, which has run by then.
            if (next == from)
                return;
            edges.Add((from, next));
            if (_reached.Contains(next))
                return;
            _reached.Add(next);
            if (next != _end)
                rest.Push(next);
        }
    }
}
