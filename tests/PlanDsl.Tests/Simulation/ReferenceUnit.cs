namespace PlanDsl.Tests;

/// <summary>How something that starts and ends stands in a reference run: a step, an element of a fan-out, an iteration of a loop.</summary>
/// <param name="plan">The step that it is, or belongs to.</param>
/// <param name="path">Its path.</param>
/// <param name="parent">The group, fan-out or loop that it belongs to.</param>
internal sealed class ReferenceUnit(SimulatedStep plan, string path, ReferenceUnit? parent)
{
    public SimulatedStep Plan => plan;

    public string Path => path;

    public ReferenceUnit? Parent => parent;

    /// <summary>The step that it is, or belongs to.</summary>
    public ReferenceUnit Step => IsStep ? this : Parent!.Step;

    public int? Element { get; init; }

    public int Iteration { get; init; }

    public bool IsStep => Element is null && Iteration == 0;

    public bool IsGroup => plan.Group is not null;

    public bool IsFanOut => plan.Elements is not null && IsStep;

    public bool IsLoop => plan.Loop is not null && Iteration == 0 && !IsFanOut;

    /// <summary>Whether attempts are made of it.</summary>
    public bool HasBody => !IsGroup && !IsFanOut && !IsLoop;

    public List<ReferenceUnit> Children { get; } = [];

    public StepStatus Status { get; set; }

    public int Attempts { get; set; }

    public FailureKind? Failure { get; set; }

    /// <summary>The path of that whose failure it is: its own, or of the element or iteration that it failed with.</summary>
    public string FailedAt
    {
        get => field ?? path;
        set;
    }

    /// <summary>A number that grows with every end.</summary>
    public int EndedAs { get; set; }

    public SkipCause? SkipCause { get; set; }

    /// <summary>Whether its predecessors have ended and it is going on from there.</summary>
    public bool IsJoined { get; set; }

    /// <summary>Whether its condition is yet to be evaluated.</summary>
    public bool IsUndecided { get; set; }

    /// <summary>Whether it is to start as a group or loop, of which nothing is called then.</summary>
    public bool IsOpening { get; set; }

    /// <summary>Whether one of its bodies executes.</summary>
    public bool IsExecuting { get; set; }

    /// <summary>How often a body of it was called, of whatever kind.</summary>
    public int Calls { get; set; }

    /// <summary>Whether it is at its fallback.</summary>
    public bool IsFallingBack { get; set; }

    /// <summary>Whether it is being undone while the run goes on.</summary>
    public bool IsCompensating { get; set; }

    public CompensationStatus? Compensation { get; set; }

    /// <summary>Whether it was ended although its body had not.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>Whether it has been told to stop, apart from its own bounds on time.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Whether somebody has cancelled this step.</summary>
    public bool IsCancelledByName { get; set; }

    /// <summary>Whether the token of the body is cancelled.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Whether that is because its time, or the step's, was up.</summary>
    public bool IsLate { get; set; }

    /// <summary>Whether the time of the step is up.</summary>
    public bool IsTotalLate { get; set; }

    /// <summary>When the time of the step will be up; null if nothing but the run bounds it.</summary>
    public TimeSpan? TotalDue { get; set; }

    public bool HasEnded => Status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);

    /// <summary>The unit and all that belongs to it.</summary>
    public IEnumerable<ReferenceUnit> All => Children.SelectMany(static child => child.All).Prepend(this);

    /// <summary>Whether it fails those that depend on it, or may fail the run.</summary>
    public bool HasFailed => Status switch
    {
        StepStatus.Failed => true,
        StepStatus.Partial => plan.Group!.Strategy is not ParallelStrategy.BestEffort,
        StepStatus.Cancelled => IsCancelledByName,
        _ => false,
    };
}
