namespace PlanDsl;

/// <summary>How a run ended. Immutable and thread-safe.</summary>
public class PlanOutcome
{
    private readonly RunIdentity _identity;
    private readonly StepTable _steps;

    internal PlanOutcome(RunIdentity identity, StepTable steps, RunStatus status, StepError? error)
    {
        _identity = identity;
        _steps = steps;
        Status = status;
        Error = error;
    }

    /// <summary>The run's id.</summary>
    public string RunId => _identity.RunId;

    /// <summary>The plan's id.</summary>
    public string PlanId => _identity.PlanId;

    /// <summary>How the run ended: <see cref="RunStatus.Succeeded"/>, <see cref="RunStatus.Failed"/> or <see cref="RunStatus.Cancelled"/>.</summary>
    public RunStatus Status { get; }

    /// <summary>Whether the run succeeded.</summary>
    public virtual bool Succeeded => Status is RunStatus.Succeeded;

    /// <summary>The run's error: the first failure that aborted it, else the first that failed it; <see langword="null"/>
    /// unless it failed.</summary>
    public StepError? Error { get; }

    /// <summary>What went wrong with the run's journal, so that not all of the run is recorded and it may be resumed; <see langword="null"/> if
    /// nothing did. A run that had not failed by then has failed by that, and it is the run's <see cref="Error"/>, too.</summary>
    public StepError? JournalError { get; internal init; }

    /// <summary>How each step ended, in declaration order.</summary>
    public IReadOnlyList<StepOutcome> Steps => field ??= _steps.ToOutcomes();

    /// <summary>The steps of the plan that failed, whether their failure failed the run or not, in declaration order.</summary>
    public IReadOnlyList<StepOutcome> Failures =>
        field ??= [.. Steps.Where(static step => step.Status is StepStatus.Failed || step is { Status: StepStatus.Partial, Error: not null })];

    /// <summary>What was to be undone and could not be, in declaration order: steps, and children of steps however deep; see
    /// <see cref="StepOutcome.Compensation"/>.</summary>
    public IReadOnlyList<StepOutcome> CompensationFailures => field ??= [.. _steps.NotUndone()];

    /// <summary>How the run ended in a line, with its error and a count of its steps by status.</summary>
    public override string ToString() => OutcomeText.Of(this);
}
