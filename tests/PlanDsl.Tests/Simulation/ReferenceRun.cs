namespace PlanDsl.Tests;

/// <summary>What a run of a simulated plan is to look like, said as plainly as possible: lists, scans over all steps, and
/// one moment after another. It shares nothing with the engine.</summary>
internal sealed class ReferenceRun
{
    private readonly SimulatedPlan _plan;
    private readonly StepStatus[] _status;
    private readonly List<int> _ready = [];
    private readonly List<string> _starts = [];
    private readonly List<(TimeSpan Due, int Order, int Step, Ending Ending)> _endings = [];
    private readonly int _bound;
    private TimeSpan _now;
    private int _order;
    private int _mostAtOnce;
    private string? _verdict;
    private int? _firstCritical;

    public ReferenceRun(SimulatedPlan plan)
    {
        _plan = plan;
        _status = new StepStatus[plan.Steps.Length];
        _bound = plan.MaxParallel ?? int.MaxValue;
    }

    public Observed Execute()
    {
        var cancelAt = _plan.CancelAt;
        if (cancelAt == TimeSpan.Zero)
            Cancel();
        FindReady();
        StartReady();

        while (_status.Any(static status => status is StepStatus.Running))
        {
            var next = _endings.MinBy(static ending => (ending.Due, ending.Order));
            if (cancelAt > TimeSpan.Zero && cancelAt <= next.Due)
            {
                _now = cancelAt.Value;
                cancelAt = null;
                Cancel();
                continue;
            }

            _endings.Remove(next);
            _now = next.Due;
            End(next.Step, next.Ending);
            StartReady();
        }

        return new(
            string.Join(' ', _starts),
            string.Join(' ', _status),
            _verdict ?? (_firstCritical is { } step ? $"Failed s{step}" : "Succeeded "),
            _mostAtOnce);
    }

    private void StartReady()
    {
        while (_ready.Count > 0 && Running.Count() < _bound)
        {
            var step = _ready[0];
            _ready.RemoveAt(0);
            _status[step] = StepStatus.Running;
            _mostAtOnce = Math.Max(_mostAtOnce, Running.Count());
            _starts.Add($"s{step}@{_now.TotalSeconds:00.0}");
            var body = _plan.Steps[step];
            if (body.Duration == TimeSpan.Zero)
                End(step, body.Ending);
            else
                _endings.Add((_now + body.Duration, _order++, step, body.Ending));
        }
    }

    private void End(int step, Ending ending)
    {
        _status[step] = ending switch
        {
            Ending.Returns => StepStatus.Succeeded,
            Ending.ThrowsCanceled when _verdict is not null => StepStatus.Cancelled,
            _ => StepStatus.Failed,
        };
        if (_verdict is not null)
            return;

        if (_status[step] is StepStatus.Failed)
        {
            if (Aborts(step))
                Drain($"Failed s{step}");
            else if (IsCritical(step))
                _firstCritical ??= step;
        }

        FindReady();
    }

    private void Cancel()
    {
        if (_verdict is null)
            Drain(_firstCritical is { } step ? $"Failed s{step}" : "Cancelled ");
    }

    private void Drain(string verdict)
    {
        _verdict = verdict;
        _ready.Clear();
        for (var step = 0; step < _status.Length; step++)
        {
            if (_status[step] is StepStatus.Pending)
                _status[step] = StepStatus.Cancelled;
        }

        foreach (var step in Running.ToList())
        {
            if (_plan.Steps[step].StopsAfter is not { } stopsAfter)
                continue;
            var natural = _endings.Single(ending => ending.Step == step);
            if (natural.Due <= _now + stopsAfter)
                continue;
            _endings.Remove(natural);
            _endings.Add((_now + stopsAfter, _order++, step, Ending.ThrowsCanceled));
        }
    }

    /// <summary>Looks at all pending steps, over and over until nothing changes, since a skipped step may skip others.</summary>
    private void FindReady()
    {
        var found = new List<int>();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var step = 0; step < _status.Length; step++)
            {
                if (_status[step] is not StepStatus.Pending || _ready.Contains(step) || found.Contains(step) || !HaveAllEnded(_plan.Steps[step].Predecessors))
                    continue;
                changed = true;
                if (_plan.Steps[step].Predecessors.Any(Skips))
                    _status[step] = StepStatus.Skipped;
                else
                    found.Add(step);
            }
        }

        // The thread that has ended a step goes on with what became ready by it; the rest waits for its turn.
        if (found.Count == 0)
            return;
        _ready.Insert(0, found[0]);
        _ready.AddRange(found[1..]);
    }

    private IEnumerable<int> Running => Enumerable.Range(0, _status.Length).Where(step => _status[step] is StepStatus.Running);

    private bool HaveAllEnded(int[] steps) => steps.All(step => _status[step] is not (StepStatus.Pending or StepStatus.Running));

    private bool Skips(int step) =>
        _status[step] is StepStatus.Skipped
        || (_status[step] is StepStatus.Failed && _plan.Steps[step].Policy is FailurePolicy.SkipDependents);

    private bool IsCritical(int step) => _plan.Steps[step].Critical ?? _plan.Steps[step].Policy is not FailurePolicy.Continue;

    private bool Aborts(int step) => _plan.Steps[step].Policy is FailurePolicy.Abort && IsCritical(step);
}
