using PlanDsl.Model;

namespace PlanDsl;

/// <content>Live streams: the step that reads one starts when the step that produces it does, in the same slot.</content>
internal abstract partial class Coordinator
{
    /// <summary>A step is about to feed the stream that another reads live.</summary>
    /// <exception cref="InvalidOperationException">The step is not declared to.</exception>
    public void Feed(GovernedStep producer, ILiveEdge stream)
    {
        if (producer.LiveTo is null)
            throw new InvalidOperationException($"Step '{producer.Path}' is not declared to produce a stream that is read live.");
        lock (_gate)
            Open(producer, stream);
    }

    /// <summary>A step is about to read a stream live; whether the producer of that has been started.</summary>
    /// <exception cref="InvalidOperationException">The step is not declared to.</exception>
    public bool Read(GovernedStep reader, ILiveEdge stream)
    {
        if (reader.LiveFrom is not { } producer)
            throw new InvalidOperationException($"Step '{reader.Path}' is not declared to read a stream live.");
        lock (_gate)
        {
            Open(_governed![producer], stream);
            return _steps.AttemptsOf(producer) > 0;
        }
    }

    /// <summary>A step reads a stream no further.</summary>
    public void LeaveStream(GovernedStep reader)
    {
        lock (_gate)
            EndReading(_governed![reader.LiveFrom!.Value]);
    }

    // One of the two may have ended before the other comes to the stream.
    private void Open(GovernedStep producer, ILiveEdge stream)
    {
        producer.Stream = stream;
        if (HasEnded(producer.Step))
            stream.EndFeeding(FailureOf(producer.Step));
        if (HasEnded(producer.LiveTo!.Value))
            EndReading(producer);
    }

    // A producer that is to be cancelled anyway is left to that: it would not be clear what it has ended by.
    private void EndReading(GovernedStep producer)
    {
        if (!IsCalledOff(producer))
            producer.Stream?.EndReading();
    }

    /// <summary>Starts the step that reads the stream of one that has just been started: whatever else it waits for, its producer
    /// has waited for.</summary>
    private void StartReader(GovernedStep producer, ref Duties duties)
    {
        if (producer.LiveTo is not { } step || !MayStillRun(step))
            return;
        var reader = _governed![step];
        if (reader.HasJoined)
            return;
        reader.HasJoined = true;
        Admit(step, isFirst: true);

        // The producer may keep this thread busy while it waits for its reader.
        WantWorker(ref duties);
    }

    private bool HasJoined(int step) => _plan.Live?.ProducerOf(step) >= 0 && _governed![step].HasJoined;

    /// <summary>Whether a step has given up because the step whose stream it reads has failed, and dependents of that are skipped.</summary>
    private bool IsGivenUpWithProducer(int step) => HasJoined(step) && _steps.IsToBeSkipped(step);

    /// <summary>Has a step give up because the step whose stream it reads has failed, and dependents of that are skipped; whether
    /// it has ended by that.</summary>
    private bool GiveUpWithProducer(int step, DateTimeOffset now)
    {
        var reader = _governed![step];
        var status = reader.Status;
        if (HasEnded(step) || WillEnd(step))
            return false;
        _steps.MarkToBeSkipped(step);
        reader.IsCalledOff = true;
        if (status is StepStatus.Pending)
        {
            RemoveReady(step);
            FireStep(step, StepTrigger.Skip, now);
            return true;
        }

        (_stopped ??= new()).Enqueue(reader);
        if (status is not StepStatus.Waiting)
            return false;
        LeaveWait(reader);
        FireStep(step, StepTrigger.Cancel, now);
        return true;
    }

    /// <summary>Tells the streams of a step that it has ended, and gives back the place that it may have been about to take.</summary>
    private void EndLive(int step)
    {
        if (_plan.PolicyOf(step) is not ({ LiveTo: not null } or { LiveFrom: not null }))
            return;
        var unit = _governed![step];
        if (unit.LiveTo is not null)
            unit.Stream?.EndFeeding(FailureOf(step));
        if (unit.LiveFrom is { } producer)
            EndReading(_governed[producer]);
        if (unit.HoldsSlot)
            LeaveSlot(unit);
    }

    /// <summary>Lets a step join the steps with which it shares a slot, if that is theirs now: it needs none of its own then, and keeps
    /// that one for them.</summary>
    private bool TryJoin(GovernedStep unit)
    {
        if (SharedBy(unit) is not { IsHeld: true } shared)
            return false;
        shared.Join();
        unit.HoldsSlot = true;
        return true;
    }

    /// <summary>Whether a step that is to be started needs a slot for that.</summary>
    private bool NeedsSlot(int step) => HoldsSlot(step) && (_plan.Live is null || !_plan.Has(step, StepTraits.Governed) || !TryJoin(_governed![step]));

    /// <summary>Whether a step that has yet to be started, or tried again, shares a slot by now.</summary>
    private bool IsSharing(int step) => _plan.Live is not null && _plan.Has(step, StepTraits.Governed) && _governed![step].HoldsSlot;

    private SharedSlot? SharedBy(GovernedStep unit)
    {
        if (_plan.Live is null || unit.IsPart)
            return null;
        if (unit.LiveFrom is { } producer)
            return unit.Shared ??= SharedBy(_governed![producer]);
        return unit.LiveTo is null ? null : unit.Shared ??= new();
    }

    private void TakeSlot(GovernedStep? unit)
    {
        if (unit is not null)
        {
            unit.HoldsSlot = true;
            if (SharedBy(unit) is { } shared)
                Share(shared, unit);
        }

        if (unit is null or { IsCounted: true })
            _slots?.Take();
    }

    /// <summary>Gives the slot that a step has been given to those with whom it shares that. They may stand in line for it behind
    /// others, and it waits for them.</summary>
    private void Share(SharedSlot shared, GovernedStep unit)
    {
        shared.Join();
        while (unit.LiveFrom is { } producer)
            unit = _governed![producer];
        for (var next = unit; next is not null; next = next.LiveTo is { } reader ? _governed![reader] : null)
        {
            if (_ready.TryRemove(next.Step) && TryJoin(next))
                _readyFree.Append(next.Step);
        }
    }

    private void LeaveSlot(GovernedStep unit)
    {
        unit.HoldsSlot = false;
        if (SharedBy(unit)?.Leave() is not false && unit.IsCounted)
            _slots?.Release();
    }

    private bool HasEnded(int step) => _steps.StatusOf(step) is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);

    private Exception? FailureOf(int step) => _steps.StatusOf(step) switch
    {
        StepStatus.Failed => _steps.ErrorOf(step) is { } error ? error.Exception ?? new InvalidOperationException(error.Message) : null,
        StepStatus.Cancelled => new OperationCanceledException($"Step '{_steps.PathOf(step)}', which produces the stream, was cancelled."),
        _ => null,
    };
}
