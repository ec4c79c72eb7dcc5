namespace PlanDsl.Tests;

/// <summary>What a run of a simulated plan is to look like, said as plainly as possible: lists, scans over all steps, and
/// one moment after another. It shares nothing with the engine.</summary>
internal sealed partial class ReferenceRun
{
    private readonly SimulatedPlan _plan;
    private readonly ReferenceStep[] _steps;
    private readonly List<int> _ready = [];
    private readonly List<string> _starts = [];
    private readonly List<Occurrence> _due = [];
    private readonly int _bound;
    private TimeSpan _now;
    private int _order;
    private int _mostAtOnce;
    private string? _verdict;
    private int? _firstCritical;

    public ReferenceRun(SimulatedPlan plan)
    {
        _plan = plan;
        _steps = [.. plan.Steps.Select(static _ => new ReferenceStep())];
        _bound = plan.MaxParallel ?? int.MaxValue;
    }

    public Observed Execute()
    {
        var cancelAt = _plan.CancelAt;
        if (_plan.Timeout is { } timeout)
            Set(timeout, -1, OccurrenceKind.RunTimesOut);
        if (cancelAt == TimeSpan.Zero)
            Cancel();
        FindReady();
        StartReady();

        while (_steps.Any(static step => step.Status is StepStatus.Running or StepStatus.Waiting))
        {
            var next = _due.MinBy(static occurrence => (occurrence.Due, occurrence.Order))!;
            if (cancelAt > TimeSpan.Zero && cancelAt <= next.Due)
            {
                _now = cancelAt.Value;
                cancelAt = null;
                Cancel();
                continue;
            }

            _due.Remove(next);
            _now = next.Due;
            Happen(next);
            StartReady();
        }

        return new(
            string.Join(' ', _starts),
            string.Join<ReferenceStep>(' ', _steps),
            _verdict ?? (_firstCritical is { } step ? Failed(step) : "Succeeded  "),
            _mostAtOnce);
    }

    private void Set(TimeSpan after, int step, OccurrenceKind kind, Ending ending = default) =>
        _due.Add(new(_now + after, _order++, step, step < 0 ? 0 : _steps[step].Attempts, kind, ending));

    private void StartReady()
    {
        while (_ready.Count > 0 && Running.Count() < _bound)
        {
            var step = _ready[0];
            _ready.RemoveAt(0);
            var state = _steps[step];
            state.Status = StepStatus.Running;
            state.Attempts++;
            state.IsCancelled = state.IsLate = false;
            _mostAtOnce = Math.Max(_mostAtOnce, Running.Count());
            _starts.Add($"s{step}@{_now.TotalSeconds:00.0}");
            SetBounds(step);
            var (duration, ending) = _plan.Steps[step].Attempt(state.Attempts);
            if (duration == TimeSpan.Zero)
                EndBody(step, ending);
            else
                Set(duration, step, OccurrenceKind.BodyEnds, ending);
        }
    }

    private void EndBody(int step, Ending ending)
    {
        var state = _steps[step];
        var isStopped = ending is Ending.ThrowsCanceled;
        if (ending is Ending.Returns)
            End(step, StepStatus.Succeeded);
        else if (isStopped && !state.IsLate && _verdict is not null)
            End(step, StepStatus.Cancelled);
        else if (_verdict is null && !state.IsTotalLate && state.Attempts <= (_plan.Steps[step].Governed?.Retries ?? 0))
            Wait(step);
        else
            Fail(step, isStopped && state.IsLate ? FailureKind.Timeout : FailureKind.Exception);
    }

    private void Fail(int step, FailureKind kind)
    {
        _steps[step].Failure = kind;
        End(step, StepStatus.Failed);
    }

    private void End(int step, StepStatus status)
    {
        _steps[step].Status = status;
        if (_verdict is not null)
            return;

        if (status is StepStatus.Failed)
        {
            if (Aborts(step))
                Drain(Failed(step));
            else if (IsCritical(step))
                _firstCritical ??= step;
        }

        FindReady();
    }

    private void Cancel()
    {
        if (_verdict is null)
            Drain(_firstCritical is { } step ? Failed(step) : "Cancelled  ");
    }

    private void Drain(string verdict)
    {
        _verdict = verdict;
        _ready.Clear();
        foreach (var state in _steps.Where(static state => state.Status is StepStatus.Pending or StepStatus.Waiting))
            state.Status = StepStatus.Cancelled;
        foreach (var step in Running.ToList())
            CancelBody(step);
    }

    /// <summary>Looks at all pending steps, over and over until nothing changes, since a skipped step may skip others.</summary>
    private void FindReady()
    {
        var found = new List<int>();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var step = 0; step < _steps.Length; step++)
            {
                if (_steps[step].Status is not StepStatus.Pending || _ready.Contains(step) || found.Contains(step) || !_plan.Steps[step].Predecessors.All(before => _steps[before].HasEnded))
                    continue;
                changed = true;
                if (_plan.Steps[step].Predecessors.Any(Skips))
                    _steps[step].Status = StepStatus.Skipped;
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

    private IEnumerable<int> Running => Enumerable.Range(0, _steps.Length).Where(step => _steps[step].Status is StepStatus.Running);

    private bool Skips(int step) =>
        _steps[step].Status is StepStatus.Skipped
        || (_steps[step].Status is StepStatus.Failed && _plan.Steps[step].Policy is FailurePolicy.SkipDependents);

    private bool IsCritical(int step) => _plan.Steps[step].Critical ?? _plan.Steps[step].Policy is not FailurePolicy.Continue;

    private bool Aborts(int step) => _plan.Steps[step].Policy is FailurePolicy.Abort && IsCritical(step);

    private string Failed(int step) => $"Failed s{step} {_steps[step].Failure}";
}
