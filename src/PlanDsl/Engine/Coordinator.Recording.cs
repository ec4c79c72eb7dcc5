using System.Text.Json;

namespace PlanDsl;

/// <content>Recording a run in a journal. Whatever is called of others, bodies above all, is called when all that has led there is as
/// safe as the journal promises; what a body returns is written down on its thread, before it is told that it has.</content>
internal abstract partial class Coordinator
{
    private readonly RunRecorder? _recorder;
    private JsonElement? _inputs;

    private protected bool IsRecorded => _recorder is not null;

    /// <summary>Leads an exchange to where the result of a step is kept.</summary>
    public abstract void Exchange(int step, ResultExchange exchange);

    /// <summary>What the plan is, for those who may have to resume it.</summary>
    private protected abstract PlanShape Shape { get; }

    private protected abstract JsonElement? SaveInputs();

    /// <summary>Does what somebody asks of the run through its journal.</summary>
    public void Do(RunRequest request)
    {
        switch (request)
        {
            case RunCancelRequest:
                Cancel(request.Id);
                break;
            case RunSignalRequest signal:
                Receive(signal.Name, SignalValue.Of(signal.Value), signal.Value is { } value ? Hidden(value) : null, request.Id);
                break;
        }
    }

    /// <summary>Waits until all that has been told by now is as safe as the journal promises.</summary>
    /// <exception cref="JournalException">It cannot be recorded, and the run has ended by that.</exception>
    private protected async ValueTask FlushAsync()
    {
        try
        {
            await _recorder!.FlushAsync(Volatile.Read(ref _root._sequence)).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Panic(fault);
            throw;
        }
    }

    /// <summary>Writes down what the body of a step that is not governed has returned.</summary>
    private protected void Record(int step) => Record(step, _steps, step, attempt: null);

    /// <summary>Writes down what a body of a step has returned.</summary>
    private protected void Record(int step, StepContext attempt)
    {
        var unit = attempt.Unit;
        Record(step, unit.Steps, unit.Entry, attempt);
    }

    private void Record(int step, StepTable steps, int entry, StepContext? attempt)
    {
        var saved = new SavedResult(attempt, JsonOptions);
        Exchange(step, saved);
        if (saved.Value is not { } result)
            return;
        lock (_gate)
            steps.SetResult(entry, Hidden(result));
    }

    // What is recorded tells no secrets; who resumes the run brings them.
    private JsonElement Hidden(JsonElement value) => Secrets?.Hide(value) ?? value;

    private JsonElement Revealed(JsonElement value) => Secrets?.Reveal(value) ?? value;

    private RunRecorder? RecorderOf(PlanOptions? options)
    {
        if (_parent is not null)
            return _parent.Run._recorder;
        if (options?.Recorder is { } recorder)
            return recorder;
        return options?.Journal is { } journal ? new(journal) : null;
    }

    /// <summary>Begins to record the run; not one that is part of another, which that records.</summary>
    /// <exception cref="InvalidOperationException">A result cannot be written down.</exception>
    private protected void OpenRecord()
    {
        if (_recorder is null)
            return;
        RequireRecordable();
        if (_root != this)
            return;
        _inputs = SaveInputs() is { } inputs ? Hidden(inputs) : null;
        _recorder.Open(Identity.RunId);
    }

    /// <summary>Has the run do what is asked of it through its journal, from now on.</summary>
    private protected void ServeRequests()
    {
        if (_recorder is { } recorder && _root == this)
            _ = recorder.ServeAsync(this);
    }

    /// <summary>Whether the run goes on with what another process, or this one, has left.</summary>
    private protected bool IsResumed => _record is not null && _root == this;

    private void RequireRecordable()
    {
        for (var step = 0; step < _plan.StepCount; step++)
        {
            var types = new ResultTypes(JsonOptions);
            if (!IsRebuilt(step))
                Exchange(step, types);
            if (types.Fault is { } fault)
                throw new InvalidOperationException($"The result of step '{_plan.StepIds[step]}' of plan '{_plan.PlanId}' is of type '{types.Visited}', which cannot be recorded in a journal: {fault}");
        }
    }

    /// <summary>Whether what a step returns is made again of what its parts have returned.</summary>
    private protected bool IsRebuilt(int step) => _plan.PolicyOf(step) is { Group: not null } or { IsSubPlan: true };

    private PlanEvent WithRecord(PlanEvent happened)
    {
        if (_recorder is null)
            return happened;
        return happened switch
        {
            RunCreatedEvent created => created with { PlanHash = Shape.Hash, Shape = Shape.Text, Inputs = _inputs },
            RunResumedEvent resumed => resumed with { PlanHash = Shape.Hash, Shape = Shape.Text == _record?.Shape ? null : Shape.Text },
            _ => happened,
        };
    }

    /// <summary>Lets the journal go, and tells those who wait for the run only then.</summary>
    private async Task CloseRecordAsync(RunRecorder recorder)
    {
        var failure = await recorder.CloseAsync(_sequence).ConfigureAwait(false);
        lock (_gate)
        {
            if (failure is not null && _status is not RunStatus.Failed)
                (_status, _error) = (RunStatus.Failed, StepError.Of(failure, stepId: null));
        }

        AnnounceEnd();
    }
}
