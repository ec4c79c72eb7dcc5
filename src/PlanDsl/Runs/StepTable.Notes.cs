using System.Text.Json;

namespace PlanDsl;

/// <content>What is worth saying of few steps, in arrays that are made for the first of them.</content>
internal sealed partial class StepTable
{
    private StepNotes[]? _notes;
    private CompensationOutcome?[]? _compensations;
    private StepError?[]? _replacedErrors;
    private JsonElement?[]? _results;
    private SignalNote?[]? _signals;

    /// <summary>What the step had failed with before it succeeded by its fallback; <see langword="null"/> if it has not.</summary>
    public StepError? ReplacedErrorOf(int step) => _replacedErrors?[step];

    public void SetReplacedError(int step, StepError replaced) => (_replacedErrors ??= new StepError?[_cells.Length])[step] = replaced;

    /// <summary>Whether the step was ended before its body had returned.</summary>
    public bool IsAbandoned(int step) => Has(step, StepNotes.Abandoned);

    public void MarkAbandoned(int step) => Add(step, StepNotes.Abandoned);

    /// <summary>Whether the step has failed and its policy bears with that.</summary>
    public bool IsTolerated(int step) => Has(step, StepNotes.Tolerated);

    public void MarkTolerated(int step) => Add(step, StepNotes.Tolerated);

    /// <summary>The way through the plan does not lead to the step, which is about to be skipped for that.</summary>
    public void MarkOffBranch(int step) => Add(step, StepNotes.OffBranch);

    public CompensationOutcome? CompensationOf(int step) => _compensations?[step];

    public void SetCompensation(int step, CompensationOutcome compensation) =>
        (_compensations ??= new CompensationOutcome?[_cells.Length])[step] = compensation;

    /// <summary>What the body of a step has returned, as it is to be recorded, until that is told.</summary>
    public JsonElement? ResultOf(int step) => _results?[step];

    public void SetResult(int step, JsonElement? result) => (_results ??= new JsonElement?[_cells.Length])[step] = result;

    /// <summary>The signal for which a step waits, or that it has taken.</summary>
    public SignalNote? SignalOf(int step) => _signals?[step];

    public void SetSignal(int step, SignalNote? signal) => (_signals ??= new SignalNote?[_cells.Length])[step] = signal;

    /// <summary>Whether the body of a step has returned that has not succeeded.</summary>
    public bool HasReturned(int step) => Has(step, StepNotes.Returned);

    public void MarkReturned(int step) => Add(step, StepNotes.Returned);

    /// <summary>Enters what is recorded of attempts. The step is still pending.</summary>
    public void Restore(int step, StepRecord record)
    {
        if (record.EarlierAttempts > 0 || _earlierAttempts is not null)
            CountOn(step, record.EarlierAttempts);
        if (!record.HasStarted)
            return;
        _cells[step] |= Started;
        if (record.Attempts - record.EarlierAttempts > 1)
            (_furtherAttempts ??= new int[_cells.Length])[step] = record.Attempts - record.EarlierAttempts - 1;
        (_startedAt ??= new DateTimeOffset[_cells.Length])[step] = record.StartedAt!.Value;
    }

    /// <summary>Makes a step running as it was, to end as it did.</summary>
    public void Revive(int step) => _cells[step] = (byte)((_cells[step] & ~StatusBits) | (int)StepStatus.Running);

    /// <summary>What could not be undone, each before its children.</summary>
    public IEnumerable<StepOutcome> NotUndone() => _compensations is null && _parts is null ? [] : Order.SelectMany(NotUndone);

    private IEnumerable<StepOutcome> NotUndone(int step)
    {
        if (CompensationOf(step) is { Status: CompensationStatus.Failed })
            yield return OutcomeOf(step);
        foreach (var child in PartsOf(step)?.NotUndone() ?? MembersOf(step).SelectMany(NotUndone))
            yield return child;
    }

    private bool Has(int step, StepNotes note) => _notes is { } notes && (notes[step] & note) != StepNotes.None;

    private void Add(int step, StepNotes note) => (_notes ??= new StepNotes[_cells.Length])[step] |= note;
}
