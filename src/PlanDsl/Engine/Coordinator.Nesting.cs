namespace PlanDsl;

/// <content>The run of a sub-plan: a run of its own whose lock, events, clock and id are those of the run around it.</content>
internal abstract partial class Coordinator
{
    private const int DefaultMaxDepth = 3;

    // The run that is part of no other; this one, if it is not.
    private readonly Coordinator _root;
    private readonly StepContext? _parent;
    private readonly PlanOptions? _options;

    // The depth beyond which no sub-plan may lie.
    private readonly int _deepest;
    private CancellationTokenRegistration _outerRegistration;

    /// <summary>How deep the run lies in others; 1 if it is part of none.</summary>
    public int Depth { get; }

    /// <summary>The options of a run that is to be part of this one.</summary>
    public PlanOptions OptionsWithin(StepContext parent)
    {
        var options = _options is null ? new PlanOptions() : new(_options);
        options.Parent = parent;
        options.TimeProvider = _time;
        options.Observer = null;
        options.RunId = null;
        options.MaxParallel = null;
        options.MaxDepth = null;
        options.Journal = null;
        return options;
    }

    /// <summary>Ends when the sub-plan of an attempt of this run has.</summary>
    public Task WhenSubPlanEnds(StepContext attempt)
    {
        lock (_gate)
            return attempt.WhenSubPlanEnds();
    }

    // Between the moment at which the run around gives up on the sub-plan and the moment at which the sub-plan hears of it.
    private bool IsGivenUp => _parent is not null && !_isDraining && _parent.IsCalledOff;

    // A fallback has a slot. What it runs has no other than that, or it could wait for one that is its own.
    private static SlotPool? SlotsWithin(StepContext? parent) =>
        parent is { IsFallback: true, Run._slots: not null } ? new(1, outer: null) : parent?.Run._slots;

    private int DepthBound(int? ofPlan, int? ofOptions)
    {
        var own = Math.Min(ofPlan ?? int.MaxValue, ofOptions ?? int.MaxValue);
        if (_parent is not null)
            return (int)Math.Min(_parent.Run._deepest, Depth - 1L + own);
        return own == int.MaxValue ? DefaultMaxDepth : own;
    }

    /// <summary>Takes a place in the run around. Before anything is started, so that what forbids it is a failure of the step there.</summary>
    private void JoinParent(StepContext parent)
    {
        if (Depth > parent.Run._deepest)
            throw new LimitException($"Plan '{_plan.PlanId}' would be run at depth {Depth}, and plans may be nested {parent.Run._deepest} deep.");
        lock (_gate)
        {
            parent.Adopt(this, _steps);
            _root._governed!.Nested.Add(this);
        }
    }

    private void LeaveParent()
    {
        if (_parent is null)
            return;
        _root._governed!.Nested.Remove(this);
        _parent.OnSubPlanEnded();
    }

    private void HeedParent(CancellationToken cancellationToken)
    {
        if (_parent is not null && _parent.CancellationToken != cancellationToken)
            _outerRegistration = _parent.CancellationToken.UnsafeRegister(static run => ((Coordinator)run!).Cancel(), this);
    }
}
