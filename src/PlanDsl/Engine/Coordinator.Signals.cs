using System.Text.Json;

namespace PlanDsl;

/// <content>Signals from outside, which steps wait for. They are the root's: a step of any of its sub-plans may be the one.</content>
internal abstract partial class Coordinator
{
    private SignalBox? _signals;

    /// <summary>Hands a signal to the step that has waited longest for it, or lays it by.</summary>
    /// <exception cref="ArgumentException">No step waits for such a signal.</exception>
    public void Signal(string name, SignalValue value, JsonElement? recorded = null)
    {
        SignalCheck.Check(_root._plan, name, value);
        Receive(name, value, recorded, request: null);
    }

    /// <summary>What a signal brings, as it is to be recorded; <see langword="null"/> where nothing is.</summary>
    public JsonElement? RecordOf<T>(T value) => IsRecorded ? Hidden(ResultJson.Of(value, JsonOptions)) : null;

    private void Receive(string name, SignalValue value, JsonElement? recorded, RunRequest? request)
    {
        using var visit = WorkerThread.BeginVisit();
        var now = Now();
        value = value with { GivenAt = SignalValue.TimeOf(request?.AskedAt, now) };
        SignalWait? wait;
        lock (_gate)
        {
            if (_root._left is not null && request is null)
                throw new InvalidOperationException($"Run '{Identity.RunId}' was let go of, and whoever goes on with it is given the signal by IPlanJournal.RequestAsync.");
            if (_root._hasEnded)
                return;
            wait = (_root._signals ??= new()).Receive(name, value);
            if (NextOfStep() is { } hub)
                Publish(hub, EventProjection.OfSignal(name, wait?.Unit, Position(isReplayed: false), Advance(now), recorded, request));
            wait?.Unit.Run.Rouse(wait.Unit);
        }

        _watch?.Tell();
        wait?.Arrive(value);
    }

    /// <summary>Gives a step the signal that had come for its wait before that was over, if one had; it takes it when it begins to wait.</summary>
    /// <param name="unit">The step, whose wait goes on.</param>
    /// <param name="over">When the wait was over.</param>
    public bool TryGive(GovernedStep unit, DateTimeOffset over)
    {
        lock (_gate)
            return _root._signals?.TryGive(unit.Signal!.Name, unit.Path, over) is true;
    }

    /// <summary>Waits for a signal, without a slot.</summary>
    public Task<SignalValue> WaitForSignalAsync(GovernedStep unit, string name, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        if (unit.Signal is not { } signal || signal.Name != name)
            throw new InvalidOperationException($"Step '{unit.Path}' is not declared to wait for a signal '{name}'.");

        var now = Now();
        SignalWait wait;
        lock (_gate)
        {
            var signals = _root._signals ??= new();
            unit.Steps.SetSignal(unit.Entry, new(name, deadline));
            if (signals.TryTake(name, unit.Path, unit.WaitOverAt, out var value))
                return Task.FromResult(value);
            if (unit.Status is not StepStatus.Running)
                throw new OperationCanceledException(cancellationToken);
            wait = new(unit, name);
            signals.Add(wait);
            unit.IsAwaitingSignal = true;
            Fire(unit, StepTrigger.Wait, now);
            Leave(unit.Step);
            _waiting++;
        }

        _watch?.Tell();
        return wait.WaitAsync(cancellationToken);
    }

    /// <summary>Ends a wait because it was called off; <see langword="false"/> if the signal has come.</summary>
    public bool TryLeave(SignalWait wait)
    {
        lock (_gate)
        {
            if (!_root._signals!.Remove(wait))
                return false;
            wait.Unit.Steps.SetSignal(wait.Unit.Entry, null);
            Rouse(wait.Unit);
        }

        _watch?.Tell();
        return true;
    }

    // No event tells of this: the signal has been told, or why there is none.
    private void Rouse(GovernedStep unit)
    {
        unit.IsAwaitingSignal = false;
        var status = unit.Status;
        if (!StepLifecycle.TryFire(status, StepTrigger.Wake, out var next))
            return;
        unit.Steps.Enter(unit.Entry, next);
        NoteTransition(unit.Steps, unit.Entry, status, next, StepTrigger.Wake);
        _waiting--;
        _running++;
    }
}
