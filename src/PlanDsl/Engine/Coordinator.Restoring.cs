using PlanDsl.Model;

namespace PlanDsl;

/// <content>Going on with a run that a journal tells of. What is recorded to have ended is brought to its end again, in the order in which
/// it was recorded, by the same code that is told when a body returns; the bodies are not called. What that code would bring to its end
/// by the way waits for its own record, where it has one; only what is skipped with another is skipped at once, as it was. What had started and not ended starts again.</content>
internal abstract partial class Coordinator
{
    // What had been done before; null for a run, or one that is part of it, that begins.
    private readonly RunRecord? _record;
    private readonly StepRecord?[]? _before;
    private bool _isRestoring;

    /// <summary>What is recorded of a step; <see langword="null"/> for nothing.</summary>
    public StepRecord? BeforeOf(int step) => _before?[step];

    /// <summary>What is recorded of something with this path, as long as what it is part of goes on where it was left.</summary>
    public StepRecord? BeforeOf(string path) => _record?.Find(path);

    /// <summary>Whether a plan is to stand in for a step.</summary>
    public bool RunsPlanInstead(int step) => _plan.PlanOf?.Invoke(_plan.StepCount + step) is not null;

    private bool HadStarted(int step) => _before?[step] is { HasStarted: true };

    /// <summary>Whether a step that has yet to end will, as it is recorded.</summary>
    private bool WillEnd(int step) => _isRestoring && _before![step]?.End is not null && _steps.StatusOf(step) is StepStatus.Pending;

    /// <summary>Whether what has just happened to a step was told before the run was resumed.</summary>
    private bool IsToldBefore(StepTable steps, int entry)
    {
        if (!_isRestoring || !ReferenceEquals(steps, _steps) || _before![entry] is not { End: { } end })
            return _isRestoring && HadEnded;
        steps.SetEnded(entry, end.Time);
        return true;
    }

    private RunRecord? RecordOf(RunRecorder? recorder) =>
        _parent is null ? recorder?.Record
        : _parent.GoesOn ? _parent.Run._record
        : null;

    private void Reopen(CancellationToken cancellationToken)
    {
        var record = _record!;
        var duties = Duties.None;
        _isCutOff = _parent is { } parent && (cancellationToken.IsCancellationRequested || parent.CancellationToken.IsCancellationRequested);
        List<(int Step, StepSucceededEvent End)> forgotten;
        lock (_gate)
            forgotten = BeginRestoring(record);
        forgotten.ForEach(producer => LoadResult(_governed![producer.Step], producer.End));
        foreach (var ended in Ends())
        {
            if (ended < 0)
            {
                lock (_gate)
                    RestoreCancelling(record, ref duties);
                continue;
            }

            if (_before![ended]!.End is null)
            {
                _governed![ended].Parts?.Restore();
                continue;
            }

            // It may have been skipped with one before.
            if (HasEnded(ended) || !MayRestore(ended, ref duties))
                continue;
            LoadResult(ended);
            lock (_gate)
                RestoreEnd(ended, ref duties);
        }

        TimeSpan? elapsed = null;
        List<int> delayed;
        var now = Now();
        RestoreGroups(ref duties);
        lock (_gate)
        {
            LeaveOut(now, ref duties);
            _returned?.Sort(static (one, other) => EndedAs(one).CompareTo(EndedAs(other)));
            _isRestoring = false;
            if ((_isCutOff || cancellationToken.IsCancellationRequested) && !_isCancelRequested)
                TryCancel(now, ref duties);
            if (_plan.Timeout is { } timeout && _remaining > 0)
            {
                elapsed = BeganAt(record) is { } began ? Elapsed.Since(began, _time) : TimeSpan.Zero;
                if (elapsed >= timeout && !_isDraining)
                    DrainForDeadline(now, ref duties);
            }

            DrainIfUndone(now, ref duties);
            delayed = PutFirst();
            foreach (var step in _toCancel ?? [])
                CancelByName(step, now, ref duties);
            CloseRound(ref duties);
            if (_root == this)
            {
                RequireEnvironment();
                _recorder!.Begin();
            }
        }

        // What was asked while nobody had the run comes before anything starts.
        ServeRequests();
        Discharge(duties);
        if (elapsed is { } time && !_isDeadlineReached)
            StartDeadline(_plan.Timeout!.Value, time);
        delayed.ForEach(StartDelay);
        HeedParent(cancellationToken);
        Heed(cancellationToken);
    }

    // A sub-plan begins with each attempt, and with the fallback, of the step that runs it.
    private DateTimeOffset? BeganAt(RunRecord record) =>
        _parent is null ? record.StartedAt
        : _parent.IsFallback ? _parent.Unit.Before!.Fallback?.Time
        : _parent.Unit.Before!.AttemptStartedAt;

    private List<(int Step, StepSucceededEvent End)> BeginRestoring(RunRecord record)
    {
        var now = record.LastTime;
        _status = RunStatus.Running;
        if (_root == this)
        {
            (_sequence, _lastTime) = (record.LastSequence, record.LastTime);
            NoteReached(RunMilestone.Created, record.Created.Time);
            NoteReached(RunMilestone.Started, record.StartedAt);
            Tell(RunMilestone.Resumed, Now());
            if (!record.HasStarted)
                Tell(RunMilestone.Started, Now());
            foreach (var signal in record.Signals)
                (_signals ??= new()).Restore(signal, SignalValue.Of(signal.Value is { } value ? Revealed(value) : null) with { GivenAt = SignalValue.TimeOf(signal.AskedAt, signal.Time) });
        }

        _isRestoring = true;
        for (var step = 0; step < _unfinished.Length; step++)
        {
            if (record.Find(_steps.PathOf(step)) is not { } before)
                continue;
            _before![step] = before;
            _steps.Restore(step, before);
            if (before.Compensation is { Status: not CompensationStatus.Running } undone)
                _steps.SetCompensation(step, undone);
        }

        var forgotten = ForgetProducers();
        Fire(PlanTrigger.StartPlan);
        Fire(PlanTrigger.PlannerFinished);
        for (var step = 0; step < _unfinished.Length; step++)
        {
            if (_plan.PredecessorCounts[step] == 0 && !IsMember(step))
                Begin(step, now);
        }

        Fire(PlanTrigger.DispatchStep);
        return forgotten;
    }

    /// <summary>The steps that are recorded to have ended, or to have parts and not to have ended, and -1 for the moment at which the run was to cancel, in that order.</summary>
    private List<int> Ends()
    {
        var ends = new List<(long Sequence, int Step)>();
        for (var step = 0; step < _before!.Length; step++)
        {
            if (_before[step]?.End is { } end)
                ends.Add((end.Sequence, step));
            else if (HadStarted(step) && HasParts(step))
                ends.Add((_before[step]!.StartedAs, step));
        }

        if (_root == this && _record!.CancelledAs is { } cancelled)
            ends.Add((cancelled, -1));
        ends.Sort();
        return ends.ConvertAll(static end => end.Step);
    }

    /// <summary>Whether the recorded end of a step holds. A step that was cancelled with something that goes on now, or begins anew,
    /// starts again; for members of a group that has not ended, that is decided in the end.</summary>
    private bool MayRestore(int step, ref Duties duties)
    {
        if (_before![step]!.End is not StepCancelledEvent { ByName: false } end || IsDrained(step) || HasEndedWithWhole)
            return true;
        if (IsLate(end))
        {
            lock (_gate)
                DrainForDeadline(end.Time, ref duties);
            return true;
        }

        if (IsMember(step))
            return _before[_plan.GroupOf(step)]?.End is not null;

        StartAgain(step, end.Time);
        if (HasParts(step))
            _governed![step].Parts!.Restore();
        return false;
    }

    // A run within a step that has ended, or has gone on to its fallback, is restored for what it has left, and nothing goes on in it.
    private bool HasEndedWithWhole => _isCutOff || _parent is { Unit.Before.End: not null } or { IsFallback: false, Unit.HadFallenBack: true };

    private void StartAgain(int step, DateTimeOffset now)
    {
        lock (_gate)
        {
            _before![step]!.End = null;
            if (_unfinished[step] == 0 && !IsMember(step) && MayStillRun(step))
                Begin(step, now);
        }
    }

    private void RestoreCancelling(RunRecord record, ref Duties duties)
    {
        _isCancelRequested = true;
        NoteReached(RunMilestone.CancelRequested, record.CancelledAt!.Value);
        if (!_isDraining)
            Drain(_firstCritical is null ? RunStatus.Cancelled : RunStatus.Failed, _firstCritical, record.CancelledAt.Value, ref duties);
        CloseRound(ref duties);
    }

    private void RestoreEnd(int step, ref Duties duties)
    {
        var end = _before![step]!.End!;
        var unit = IsGoverned(step, out var governed) ? governed : null;
        if (end is StepSkippedEvent skipped)
        {
            RestoreSkip(step, skipped, ref duties);
            return;
        }

        if (HadStarted(step))
            _steps.Revive(step);
        unit?.RestoreEnd(end);
        switch (end)
        {
            case StepSucceededEvent succeeded:
                RestoreAbandoned(step, succeeded.Abandoned);
                Apply(step, error: null, isCancelled: false, end.Time, ref duties);
                break;
            case StepFailedEvent failed:
                RestoreAbandoned(step, failed.Abandoned);
                Apply(step, failed.Error, isCancelled: false, end.Time, ref duties);
                break;
            case StepCancelledEvent cancelled:
                RestoreAbandoned(step, cancelled.Abandoned);
                RestoreCancelled(step, unit, cancelled, ref duties);
                break;
        }
    }

    private void RestoreSkip(int step, StepSkippedEvent end, ref Duties duties)
    {
        if (end.Cause is SkipCause.Branch)
            _steps.MarkOffBranch(step);
        else if (end.Cause is SkipCause.Dependency)
            _steps.MarkToBeSkipped(step);
        FireStep(step, StepTrigger.Skip, end.Time);
        Fire(PlanTrigger.StepSucceeded);
        Settle(step, end.Time);
        CloseRound(ref duties);
    }

    private void RestoreCancelled(int step, GovernedStep? unit, StepCancelledEvent end, ref Duties duties)
    {
        if (end.ByName)
        {
            _steps.MarkCancelledByName(step);
            unit?.IsCalledOff = true;
        }

        if (end.Returned)
        {
            _steps.MarkReturned(step);
            NoteReturn(step, hasLost: true);
        }

        Apply(step, ErrorOfCancelling(step), isCancelled: true, end.Time, ref duties);
    }

    private void RestoreAbandoned(int step, bool isAbandoned)
    {
        if (isAbandoned)
            _steps.MarkAbandoned(step);
    }

    /// <summary>Puts what had started ahead of what had not, in the order in which it had; what waits for an attempt that is not due yet
    /// waits on.</summary>
    private List<int> PutFirst()
    {
        var started = new List<int>();
        var delayed = new List<int>();
        for (var step = 0; step < _before!.Length; step++)
        {
            if (HadStarted(step) && _steps.StatusOf(step) is StepStatus.Pending && !IsMember(step) && RemoveReady(step))
                started.Add(step);
        }

        started.Sort((one, other) => _before[other]!.StartedAs.CompareTo(_before[one]!.StartedAs));
        foreach (var step in started)
        {
            if (IsDelayed(step))
                delayed.Add(step);
            else
                MakeReady(step, isFirst: true);
        }

        _delayed = delayed.Count;
        return delayed;
    }

    private static long EndedAs(GovernedStep unit) => unit.Before?.End?.Sequence ?? long.MaxValue;
}
