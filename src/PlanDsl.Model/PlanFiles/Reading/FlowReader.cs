namespace PlanDsl.Model;

/// <summary>Reads the ways through a sequential plan, and makes edges of them.</summary>
internal sealed class FlowReader
{
    private readonly FileReading _reading;
    private readonly Dictionary<string, StepRow> _byId = new(StringComparer.Ordinal);
    private readonly List<StepRow> _top;
    private readonly List<ImpliedEdge>?[] _edges;
    private readonly FlowModel?[] _flows;
    private BoundedNearest? _ids;

    private FlowReader(FileReading reading, StepRow[] rows, List<StepRow> top)
    {
        _reading = reading;
        _top = top;
        _edges = new List<ImpliedEdge>?[rows.Length];
        _flows = new FlowModel?[rows.Length];
        foreach (var row in rows)
        {
            if (!_byId.ContainsKey(row.Model.Id))
                _byId.Add(row.Model.Id, row);
        }
    }

    public static void Read(FileReading reading, StepRow[] rows, List<StepRow> top)
    {
        foreach (var row in rows)
        {
            if (row.Transitions is null || (reading.Plan.Order is PlanOrder.Sequential && row.Group is null))
                continue;
            var reason = row.Group is { } group
                ? $"group '{group.Model.Id}' makes of a member's end what its strategy says; set it on the group, or remove it"
                : "its plan is no sequence; add \"order\": \"sequential\" to the plan, or remove it";
            reading.Findings.Add(RuleIds.IneffectiveOption, NameOf(row), ["transitions", row.Model.Name, reason]);
        }

        if (reading.Plan.Order is PlanOrder.Sequential)
            new FlowReader(reading, rows, top).ReadSequence();
    }

    private static TextSpan NameOf(StepRow row)
    {
        foreach (var (name, _) in row.Node.Properties)
        {
            if (name.Says("transitions"))
                return name.Span;
        }

        return row.Node.Token;
    }

    private void ReadSequence()
    {
        if (_top.TrueForAll(static row => row.Transitions is null))
        {
            for (var i = 1; i < _top.Count; i++)
                Add(_top[i - 1].Index, _top[i].Index, Anchor.Step(_top[i].Index));
            Write();
            return;
        }

        foreach (var row in _top)
            _flows[row.Index] = FlowOf(row);
        var (isBranch, isNext) = (new bool[_flows.Length], new bool[_flows.Length]);
        foreach (var row in _top)
        {
            foreach (var step in _flows[row.Index]!.FailureBranch)
                isBranch[step] = true;
            if (_flows[row.Index]!.DefaultNext is { } next)
                isNext[next] = true;
        }

        int? following = null;
        for (var i = _top.Count - 1; i >= 0; i--)
        {
            var step = _top[i].Index;
            var isOff = isBranch[step] && !isNext[step];
            _flows[step] = _flows[step]! with { NextOnMainLine = following, IsOffMainLine = isOff };
            if (!isOff)
                following = step;
        }

        AddEdges();
    }

    private FlowModel FlowOf(StepRow row)
    {
        if (row.Transitions is not { } transitions)
            return new();
        var branch = new List<int>();
        var taken = new HashSet<int>();
        if (transitions["failure_branch_ids"] is { } list)
        {
            foreach (var item in list.Items)
            {
                if (StepOf(row, item, "leads, when it fails, to") is not { } step)
                    continue;
                if (taken.Add(step))
                    branch.Add(step);
                else
                    _reading.Findings.Add(RuleIds.InvalidTransitions, item.Span, [row.Model.Name, $"have '{item.Value}' twice in failure_branch_ids, and a step runs once; keep one of the two"]);
            }
        }

        return new()
        {
            AllowedEvents = transitions.Texts("allowed_events"),
            FailureBranch = branch.ToEquatableArray(),
            DefaultNext = transitions["default_next_step"] is { } next ? StepOf(row, next, "leads to") : null,
        };
    }

    private int? StepOf(StepRow row, JsonNode node, string leads)
    {
        var id = node.Value;
        if (!_byId.TryGetValue(id, out var step))
        {
            var nearest = (_ids ??= new([.. _top.Select(static top => top.Model.Id)])).To(id);
            _reading.Findings.Add(RuleIds.UnknownDependency, node.Span,
                [row.Model.Id, leads, $"'{id}'", "step", nearest is null ? "name a step's id, or remove it" : $"did you mean '{nearest}'?"], nearest);
            return null;
        }

        if (step == row)
        {
            _reading.Findings.Add(RuleIds.InvalidTransitions, node.Span, [row.Model.Name, "lead to the step itself, and a step runs once; name another"]);
            return null;
        }

        if (step.Group is not { } group)
            return step.Index;
        _reading.Findings.Add(RuleIds.InvalidTransitions, node.Span, [row.Model.Name, $"lead to '{id}', a child of '{group.Model.Id}', which runs with it; name the parallel step"]);
        return null;
    }

    // Each way that the flow can take is an edge, at the place that says so. A step that no way leads to waits for the one before
    // it in the file, so that it ends when that is known.
    private void AddEdges()
    {
        for (var i = 0; i < _top.Count; i++)
        {
            var step = _top[i].Index;
            var flow = _flows[step]!;
            var here = Anchor.Step(step);
            if (!flow.IsOffMainLine && (flow.DefaultNext ?? flow.NextOnMainLine) is { } next)
                Add(step, next, flow.DefaultNext is null ? Anchor.Step(next) : here.At(PropertyNames.DefaultNextStep));
            var last = step;
            for (var item = 0; item < flow.FailureBranch.Count; item++)
            {
                Add(last, flow.FailureBranch[item], here.At(PropertyNames.FailureBranchIds, item));
                last = flow.FailureBranch[item];
            }

            if (last != step && (_flows[last]!.DefaultNext ?? flow.NextOnMainLine) is { } after)
                Add(last, after, _flows[last]!.DefaultNext is null ? Anchor.Step(after) : Anchor.Step(last).At(PropertyNames.DefaultNextStep));
        }

        var first = _top.FindIndex(row => !_flows[row.Index]!.IsOffMainLine);
        for (var i = 1; i < _top.Count; i++)
        {
            if (i != first && _edges[_top[i].Index] is null)
                Add(_top[i - 1].Index, _top[i].Index, Anchor.Step(_top[i].Index));
        }

        Write();
    }

    private void Write()
    {
        foreach (var row in _top)
        {
            row.Model = row.Model with
            {
                Flow = _flows[row.Index],
                Implied = row.Model.Implied.Concat(_edges[row.Index] ?? []).ToEquatableArray(),
            };
        }
    }

    private void Add(int from, int to, Anchor anchor) => (_edges[to] ??= []).Add(new(from, anchor));
}
