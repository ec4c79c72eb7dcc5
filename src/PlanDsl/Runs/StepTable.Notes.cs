namespace PlanDsl;

/// <content>What is worth saying of few steps, in arrays that are made for the first of them.</content>
internal sealed partial class StepTable
{
    private StepNotes[]? _notes;
    private CompensationOutcome?[]? _compensations;
    private StepError?[]? _replacedErrors;

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
