namespace PlanDsl.Tests;

/// <summary>What a run of a simulated plan is to look like, said as plainly as possible: lists, scans over all steps, and
/// one moment after another. It shares nothing with the engine. Which of several things that may be called now is called
/// first is the engine's to choose: the reference makes the same choice, and says what has to come of it.</summary>
internal sealed partial class ReferenceRun
{
    private readonly SimulatedPlan _plan;
    private readonly ReferenceUnit[] _steps;
    private readonly Dictionary<string, int> _choices = new(StringComparer.Ordinal);
    private readonly List<ReferenceUnit> _ready = [];
    private readonly List<string> _calls = [];
    private readonly List<Occurrence> _due = [];
    private TimeSpan _now;
    private int _order;
    private int _mostAtOnce;
    private string? _verdict;
    private ReferenceUnit? _firstCritical;

    /// <param name="plan">The plan.</param>
    /// <param name="choices">What the engine has called and opened, in order.</param>
    public ReferenceRun(SimulatedPlan plan, IReadOnlyList<string> choices)
    {
        _plan = plan;
        foreach (var (choice, what) in choices.Index())
            _choices.TryAdd(what, choice);

        _steps = new ReferenceUnit[plan.Steps.Length];
        foreach (var step in Enumerable.Range(0, _steps.Length).OrderBy(step => plan.Steps[step].MemberOf is not null))
        {
            var group = plan.Steps[step].MemberOf is { } of ? _steps[of] : null;
            _steps[step] = new(plan.Steps[step], plan.PathOf(step), group);
            group?.Children.Add(_steps[step]);
        }
    }

    public Observed Execute()
    {
        if (_plan.CancelAt is { } cancelAt && cancelAt > TimeSpan.Zero)
            Set(cancelAt, null, OccurrenceKind.RunIsCancelled);
        foreach (var (step, at) in _plan.StepCancellations)
            Set(at, _steps[step], OccurrenceKind.StepIsCancelled);
        if (_plan.Timeout is { } timeout)
            Set(timeout, null, OccurrenceKind.RunTimesOut);
        if (_plan.CancelAt == TimeSpan.Zero)
            Cancel();
        FindJoined();
        CallReady();

        while (_steps.Any(static step => !step.HasEnded || step.All.Any(static unit => unit.IsExecuting || unit.IsCompensating)) || _toUndo.Count > 0)
        {
            var next = _due.MinBy(static occurrence => (occurrence.Due, !IsGivenUpWithOthers(occurrence), occurrence.Order))!;
            _due.Remove(next);
            _now = next.Due;
            Happen(next);

            if (!IsGivenUpWithOthers(next) || !_due.Any(due => IsGivenUpWithOthers(due) && due.Due == _now))
                CallReady();
        }

        if (_verdict is null && _firstCritical is not null)
            _verdict = FailedBy(_firstCritical);
        if (_verdict is not null)
            Compensate();
        return new(
            string.Join(' ', _calls),
            string.Join(' ', TopLevel.SelectMany(static step => step.All).Where(static unit => unit.IsStep || unit.All.Any(static one => one.Attempts > 0)).Select(Text).Order(StringComparer.Ordinal)),
            $"{_verdict ?? "Succeeded"} @{_now.TotalSeconds}",
            _plan.IsLong ? 0 : _mostAtOnce);
    }

    // Bodies that the run watches over, and nobody else, are given up all at once.
    private static bool IsGivenUpWithOthers(Occurrence occurrence) =>
        occurrence is { Kind: OccurrenceKind.GraceIsOver, Unit: { IsCancelledByName: false, Plan.IsGoverned: false } };

    private static string Text(ReferenceUnit unit) => EndText.Of(
        unit.Path,
        unit.HasBody ? unit.Attempts : null,
        unit.Status,
        unit.Failure,
        unit.SkipCause,
        unit is { Status: StepStatus.Succeeded, IsFallingBack: true },
        unit.IsAbandoned,
        unit.Compensation);

    private void Set(TimeSpan after, ReferenceUnit? unit, OccurrenceKind kind, Ending ending = default) =>
        _due.Add(new(_now + after, _order++, unit, unit?.Calls ?? 0, kind, ending));

    private void Note(string call) => _calls.Add($"{call}@{_now.TotalSeconds}");

    private static string FailedBy(ReferenceUnit step) => $"Failed {step.FailedAt} {step.Failure}";
}
