using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The single writer of a run's state. Whatever happens to a run is applied here, one thing at a time, under a
/// lock that is held shortly and never while code of others runs: what such code is needed for is left as
/// <see cref="Duties"/> and done after.</summary>
internal abstract partial class Coordinator : IObservable<PlanEvent>
{
    private readonly Lock _gate;
    private readonly PlanTable _plan;
    private readonly StepTable _steps;
    private readonly TimeProvider _time;
    private readonly BodyCancellation? _bodies;

    // How many predecessors of each step have not ended; the entries of ready steps link the queue.
    private readonly int[] _unfinished;
    private ReadyQueue _ready;
    private PlanState _state = PlanState.Pending;
    private int _running;
    private int _remaining;
    private bool _isWorkerQueued;
    private CancellationTokenRegistration _registration;

    private protected Coordinator(PlanTable plan, PlanOptions? options, IBegunRun? begun = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _parent = options?.Parent;
        _root = _parent?.Run._root ?? this;
        _gate = _parent?.Run._gate ?? new();
        _steps = new(new PlanStepNames(plan, _parent?.StepPath), plan.StepCount);
        RequireServices(options);
        RequireAgents(options);
        _time = _parent?.Run._time ?? options?.TimeProvider ?? begun?.Time ?? TimeProvider.System;
        _bodies = begun?.Bodies ?? ((plan.AllTraits & (StepTraits.Cancellable | StepTraits.Governed)) == StepTraits.None ? null : new());
        _governed = (plan.AllTraits & StepTraits.Governed) == StepTraits.None ? null : new(plan, this, _steps, options?.Pipelines);
        _slots = SlotPool.Within(SlotsWithin(_parent), plan.MaxParallel is 0 ? options?.MaxParallel : Math.Min(plan.MaxParallel, options?.MaxParallel ?? int.MaxValue));
        CancelGrace = options?.CancelGrace ?? PlanOptions.DefaultPatience;
        CompensationTimeout = options?.CompensationTimeout ?? PlanOptions.DefaultPatience;
        _unfinished = [.. plan.PredecessorCounts];
        _ready = new(_unfinished);
        _readyFree = new(_unfinished);
        _remaining = plan.StepCount;
        Identity = new(plan.PlanId, options?.RunId, _parent?.Run.Identity);
        Depth = (_parent?.Run.Depth ?? 0) + 1;
        _deepest = DepthBound(plan.MaxDepth is 0 ? null : plan.MaxDepth, options?.MaxDepth);
        _options = options is null || (_governed is null && options.Journal is null) ? null : new(options);
        _recorder = RecorderOf(options);
        _record = RecordOf(_recorder);
        _before = _record is null ? null : new StepRecord?[plan.StepCount];
        if (_parent is not null)
            JoinParent(_parent);
        if (begun is null)
            Watch(options);
        if (options?.Observer is { } observer)
            Observe(observer);
    }

    public RunIdentity Identity { get; }

    /// <summary>The token of every attempt; none where no body takes one.</summary>
    public CancellationToken BodyToken => _bodies?.Token ?? CancellationToken.None;

    /// <summary>Makes the steps without predecessors ready, and heeds the caller's token from now on.</summary>
    private protected void Open(CancellationToken cancellationToken)
    {
        if (_record is not null)
        {
            Reopen(cancellationToken);
            return;
        }

        var now = Now();
        var duties = Duties.None;
        lock (_gate)
        {
            Tell(RunMilestone.Created, now);
            Fire(PlanTrigger.StartPlan);
            Fire(PlanTrigger.PlannerFinished);
            _status = RunStatus.Running;
            Tell(RunMilestone.Started, now);
            for (var step = 0; step < _unfinished.Length; step++)
            {
                if (_plan.PredecessorCounts[step] == 0 && !IsMember(step))
                    Begin(step, now);
            }

            // Before a run that has nothing to execute succeeds.
            if (cancellationToken.IsCancellationRequested)
                TryCancel(now, ref duties);
            CloseRound(ref duties);
        }

        Discharge(duties);
        if (_plan.Timeout is { } timeout)
            StartDeadline(timeout, TimeSpan.Zero);
        HeedParent(cancellationToken);
        Heed(cancellationToken);
    }

    /// <summary>Heeds the caller's token from now on.</summary>
    private void Heed(CancellationToken cancellationToken)
    {
        var registration = cancellationToken.UnsafeRegister(static run => ((Coordinator)run!).Cancel(), this);
        bool isLate;
        lock (_gate)
        {
            _registration = registration;
            isLate = _hasEnded;
        }

        if (!isLate)
            return;
        registration.Unregister();
        _outerRegistration.Unregister();
        _deadlineTimer?.Dispose();
    }

    /// <summary>Takes a step that may start, if there is one for this worker.</summary>
    private protected Turn Take(WorkerKind worker, bool wasQueued = false)
    {
        var now = Now();
        var duties = Duties.None;
        Turn next;
        lock (_gate)
        {
            _isWorkerQueued &= !wasQueued;
            next = Take(worker, now, ref duties);
        }

        return Discharge(duties, next, worker);
    }

    /// <summary>Applies the end of a body and takes a step that may start then, by preference a successor.</summary>
    private protected Turn Complete(int step, Exception? exception, WorkerKind worker)
    {
        var isCancelled = exception is OperationCanceledException && IsCancelling(step);
        var now = Now();
        var error = exception is null ? null : StepError.Of(exception, _steps.PathOf(step));
        var duties = Duties.None;
        ITimer? grace;
        Turn next;
        lock (_gate)
        {
            if (_steps.StatusOf(step) is not StepStatus.Running)
                return Turn.None; // The run has given up on the body before it returned.
            Leave(step);
            grace = _ownTokens?.Close(step);
            Apply(step, error, isCancelled, now, ref duties);
            next = Take(worker, now, ref duties);
        }

        grace?.Dispose();
        return Discharge(duties, next, worker);
    }

    private protected abstract void QueueWorker();

    /// <summary>Has this thread, which has come from outside the run, see to what may start now: by itself, if it is free.</summary>
    private protected abstract void Attend();

    /// <summary>Makes a step without predecessors ready.</summary>
    private void Begin(int step, DateTimeOffset now)
    {
        if (!IsSkipped(step))
        {
            if (!WillEnd(step))
                Admit(step, isFirst: false);
            return;
        }

        FireStep(step, StepTrigger.Skip, now);
        Settle(step, now);
    }

    private Turn Take(WorkerKind worker, DateTimeOffset now, ref Duties duties)
    {
        if (HasMoved || (duties & Duties.CancelBodies) != Duties.None)
            duties |= Duties.MoveParts;
        if (worker is WorkerKind.Returning || (duties & Duties.MoveParts) != Duties.None)
            return Turn.None;
        if (HasUndecided || MayUndoOne)
        {
            var aside = worker is WorkerKind.Free ? TakeAside(now) : Turn.None;

            // Either may keep its thread busy, as a synchronous body may: whatever else there is to do needs another.
            if (HasUndecided || MayUndoOne || (!aside.IsNone && MayStartOne))
                WantWorker(ref duties);
            if (!aside.IsNone)
                return aside;
        }

        while (MayStartOne)
        {
            var isFree = !_readyFree.IsEmpty;
            var step = isFree ? _readyFree.First : _ready.First;
            var isAsync = isFree ? OpensInline(step) : _plan.Has(step, StepTraits.Async);
            if (worker is WorkerKind.Nested || (worker is WorkerKind.Starter && !isAsync))
            {
                WantWorker(ref duties);
                return Turn.None;
            }

            if (!TryTake(step, isFree, out var unit))
                continue;
            if (unit is null)
            {
                _ownTokens?.Open(step);
                FireStep(step, StepTrigger.Dispatch, now);
            }
            else
            {
                Begin(unit, now);
                if (_plan.Live is not null)
                    StartReader(unit, ref duties);
            }

            // This thread is busy until a synchronous body returns, so what else is ready needs another; that one sees to
            // the rest in the same way. An asynchronous body gives the thread back at its first await.
            if (!isAsync && MayStartOne)
                WantWorker(ref duties);
            return new(step, unit);
        }

        PassRoomOn();
        return Turn.None;
    }

    /// <summary>Takes what needs no place in the line of steps: a condition that is to be asked, or a step that is to be undone.</summary>
    private Turn TakeAside(DateTimeOffset now)
    {
        var condition = TakeUndecided();
        return condition.IsNone && MayUndoOne ? TakeToUndo(now) : condition;
    }

    private void WantWorker(ref Duties duties)
    {
        if (_isWorkerQueued)
            return;
        _isWorkerQueued = true;
        duties |= Duties.QueueWorker;
    }

    private void Discharge(Duties duties)
    {
        _watch?.Tell();
        if (_toWindUp is not null)
            WindUp();
        if (duties is Duties.None)
            return;
        if ((duties & Duties.QueueWorker) != Duties.None)
            QueueWorker();
        if ((duties & Duties.StartGrace) != Duties.None)
            StartGrace();
        if ((duties & Duties.CancelBodies) != Duties.None)
            CancelBodies();
        if ((duties & Duties.End) != Duties.None)
            End();
    }

    private void Fire(PlanTrigger trigger)
    {
        if (!TryFire(trigger))
            throw new InvalidOperationException($"The coordinator cannot {trigger} while {_state}.");
    }

    private bool TryFire(PlanTrigger trigger)
    {
        var from = _state;
        if (!PlanLifecycle.TryFire(from, trigger, out _state))
            return false;
        if (_watch is { IsHooked: true } watch && !_isRestoring)
            watch.Note(Identity, from, _state, trigger, _root._lastTime);
        return true;
    }

    private void FireStep(int step, StepTrigger trigger, DateTimeOffset now)
    {
        if (FireIn(_steps, step, trigger, now))
            return;
        _remaining--;
        if (_plan.Live is not null)
            EndLive(step);
    }

    /// <summary>Fires the lifecycle of a step, or of a part of one; whether it goes on.</summary>
    private bool FireIn(StepTable steps, int entry, StepTrigger trigger, DateTimeOffset now)
    {
        var status = steps.StatusOf(entry);
        if (!StepLifecycle.TryFire(status, trigger, out var next))
            throw new InvalidOperationException($"Step '{steps.PathOf(entry)}' cannot {trigger} while {status}.");
        if (trigger is StepTrigger.Cancel && status is StepStatus.Pending && _before is not null && !HadEnded)
        {
            CancelParts(steps, entry);
            WindUpLater(steps, entry);
            if (ReferenceEquals(steps, _steps) && HasLost(entry))
                UndoParts(entry);
        }

        steps.Enter(entry, next);
        if (!IsToldBefore(steps, entry))
        {
            TellOf(steps, entry, now);
            NoteTransition(steps, entry, status, next, trigger);
        }

        return next is StepStatus.Running or StepStatus.Waiting;
    }

    private void Fire(GovernedStep unit, StepTrigger trigger, DateTimeOffset now)
    {
        if (ReferenceEquals(unit.Steps, _steps))
            FireStep(unit.Entry, trigger, now);
        else
            FireIn(unit.Steps, unit.Entry, trigger, now);
    }
}
