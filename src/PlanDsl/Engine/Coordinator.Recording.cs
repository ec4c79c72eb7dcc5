using System.Text.Json;

namespace PlanDsl;

/// <content>Recording a run in a journal. Whatever is called of others, bodies above all, is called when all that has led there is as
/// safe as the journal promises; what a body returns is written down on its thread, before it is told that it has.</content>
internal abstract partial class Coordinator
{
    private readonly RunRecorder? _recorder;
    private JsonElement? _inputs;
    private bool _isServing;
    private StepError? _journalError;

    /// <summary>What went wrong with the journal at last; <see langword="null"/> if nothing did.</summary>
    private protected StepError? JournalError => _journalError;

    private protected bool IsRecorded => _recorder is not null;

    /// <summary>Leads an exchange to where the result of a step is kept.</summary>
    public abstract void Exchange(int step, ResultExchange exchange);

    /// <summary>What the plan is, for those who may have to resume it.</summary>
    private protected abstract PlanShape Shape { get; }

    private protected abstract JsonElement? SaveInputs();

    /// <summary>Does what somebody asks of the run through its journal.</summary>
    public void Do(RunRequest request)
    {
        try
        {
            if (request is RunCancelRequest)
                Cancel(request.Id);
            else if (request is RunSignalRequest signal)
                Receive(signal.Name, SignalValue.Of(signal.Value), signal.Value is { } value ? Hidden(value) : null, request);
        }
        catch (Exception fault)
        {
            // Whoever asks next is to be heard, or to see why not.
            Panic(fault);
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
        Save(step, saved);
        if (saved.Value is not { } result)
            return;
        lock (_gate)
            steps.SetResult(entry, Hidden(result));
    }

    // It is no failure of the body, which is not called again for it.
    private void Save(int step, SavedResult saved)
    {
        try
        {
            Exchange(step, saved);
        }
        catch (Exception fault)
        {
            throw new BindingException($"The result of step '{saved.Attempt?.StepPath ?? _steps.PathOf(step)}' cannot be recorded in a journal: {fault.Message}");
        }
    }

    // What is recorded tells no secrets; who resumes the run brings them.
    private JsonElement Hidden(JsonElement value) => RunSecrets.Hide(Secrets, value);

    private JsonElement Revealed(JsonElement value) => RunSecrets.Reveal(Secrets, value);

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
        ReadEnvironment();
        _recorder.Open(Identity.RunId);
    }

    /// <summary>Has the run do what is asked of it through its journal, from now on.</summary>
    private protected void ServeRequests()
    {
        if (_recorder is not { } recorder || _root != this || _isServing)
            return;
        _isServing = true;
        _ = recorder.ServeAsync(this);
    }

    /// <summary>Whether the run, or that around it, is about to go on with what another process, or this one, has left. One for which that
    /// cannot be is left as it was, and whoever resumes it is told.</summary>
    private protected bool IsBeingRestored => _root._isRestoring || (_record is not null && _root == this);

    /// <summary>Has nothing more recorded of a run that cannot go on, if it has been resumed.</summary>
    private protected void LeaveRecord(Exception fault)
    {
        if (_record is not null)
            _recorder!.Fail(fault);
    }

    private void RequireRecordable()
    {
        for (var step = 0; step < _plan.StepCount; step++)
        {
            var contract = new ResultContract(JsonOptions);
            if (!IsRebuilt(step) || _plan.PolicyOf(step)!.Fallback is not null)
                Exchange(step, contract);
            if (contract.Fault is { } fault)
                throw new InvalidOperationException(RecordText.OfResult(_plan.StepIds[step], _plan.PlanId, contract.Visited, fault));
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
            RunCreatedEvent created => created with { PlanHash = Shape.Hash, Shape = Shape.Text, Inputs = _inputs, FromEnvironment = _newFromEnvironment, Origin = _options?.Origin },
            RunResumedEvent resumed => resumed with { PlanHash = Shape.Hash, Shape = Shape.Text == _record?.Shape ? null : Shape.Text, FromEnvironment = _newFromEnvironment, Origin = _options?.Origin },
            _ => happened,
        };
    }

    /// <summary>Lets the journal go, and tells those who wait for the run only then.</summary>
    private async Task CloseRecordAsync(RunRecorder recorder)
    {
        FailBy(await recorder.CloseAsync(_sequence).ConfigureAwait(false));
        AnnounceEnd();
    }

    /// <summary>Has a run fail of which not all is recorded. One that has failed by something else tells of both.</summary>
    private void FailBy(Exception? failure)
    {
        if (failure is null)
            return;
        lock (_gate)
        {
            // That may be by what it could not record before.
            _journalError = _error is { StepId: null } error && error.Exception?.Message == failure.Message ? error : StepError.Of(failure, stepId: null);
            if (_status is not RunStatus.Failed)
                (_status, _error) = (RunStatus.Failed, _journalError);
        }
    }
}
