namespace PlanDsl;

/// <summary>The members of a group. They are steps of the plan; the group opens them, and judges when one has ended.</summary>
internal sealed class GroupParts(GovernedStep whole, GroupPolicy policy, int? bound) : StepParts(whole, bound)
{
    private readonly List<StepError> _failures = [];
    private GroupTally _tally;
    private bool _isOpen;

    /// <summary>What the strategy has said. The coordinator's, under its lock.</summary>
    public GroupVerdict Verdict { get; private set; }

    public override async ValueTask<Exception?> ExecuteAsync()
    {
        if (Run.TryOpen(this))
        {
            while (Run.IsUndecided(this))
                await Move;
        }

        // Also here, since this thread may be ahead of the one that has seen the verdict come.
        var verdict = Run.VerdictOf(this);
        if (verdict is not GroupVerdict.Open)
            Whole.Cancel();
        switch (verdict)
        {
            case GroupVerdict.Open:
            case GroupVerdict.Failed when Whole.IsTotalReached:
                return CalledOff();
            case GroupVerdict.Succeeded or GroupVerdict.PartlySucceeded:
                await new BodyReturn(Whole, Run.InvokeAsync(Whole.Step, Whole.ContextOfWhole()));
                return null;
            default:
                Error = Run.ErrorOf(this);
                return Failure;
        }
    }

    public override bool OnEnded(GovernedStep part, StepError? error) => false;

    /// <summary>Counts the members, some of which may have been cancelled by name before. Under the coordinator's lock.</summary>
    public void Open(int members)
    {
        _isOpen = true;
        _tally = _tally with { Members = _tally.Members + members };
        Verdict = _tally.Judge(policy);
    }

    /// <summary>The time of the group is up: from now on whoever returns has lost. Under the coordinator's lock.</summary>
    public void Expire() => Verdict = GroupVerdict.Failed;

    /// <summary>Whether those that have ended decide the group, of which there are so many. Before it is opened.</summary>
    public bool IsDecidedOf(int members) => (_tally with { Members = _tally.Members + members }).Judge(policy) is not GroupVerdict.Open;

    /// <summary>Enters how the group is recorded to have ended. Under the coordinator's lock.</summary>
    public void Restore(StepEvent end) => Verdict = end switch
    {
        StepSucceededEvent { Partial: true } => GroupVerdict.PartlySucceeded,
        StepSucceededEvent => GroupVerdict.Succeeded,
        StepFailedEvent { Partial: true } => GroupVerdict.PartlyFailed,
        StepFailedEvent => GroupVerdict.Failed,
        _ => Verdict,
    };

    /// <summary>A member has ended; whether that decides what becomes of the group. Under the coordinator's lock.</summary>
    /// <param name="status">How it has ended.</param>
    /// <param name="failure">What went wrong; <see langword="null"/> for one that succeeded or did not run.</param>
    public bool Judge(StepStatus status, StepError? failure)
    {
        if (failure is not null)
            _failures.Add(failure);
        _tally = status switch
        {
            StepStatus.Skipped => _tally with { Members = _tally.Members - 1 },
            _ when failure is null => _tally with { Succeeded = _tally.Succeeded + 1 },
            _ => _tally with { Failed = _tally.Failed + 1 },
        };
        if (!_isOpen)
            return false;
        Verdict = _tally.Judge(policy);
        return Verdict is not GroupVerdict.Open;
    }

    /// <summary>What went wrong with the group as a whole. Under the coordinator's lock.</summary>
    public StepError Blame()
    {
        if (_failures.Count == 0)
            return StepError.Of(new InvalidOperationException(TooFew()), Whole.Path) with { Kind = FailureKind.Condition };
        if (policy.Strategy is ParallelStrategy.FailFast)
            return _failures[0];

        if (_failures.Count == 1)
            return _failures[0];

        var message = $"{_failures.Count} of {_tally.Members} members of group '{Whole.Path}' failed, '{_failures[0].StepId}' first: {_failures[0].Message}";
        return new(_failures[0].Kind, message, new AggregateException(message, _failures.Select(static failure => failure.Exception).OfType<Exception>()))
        {
            StepId = Whole.Path,
        };
    }

    // Without a failure, it is conditions that have left too few.
    private string TooFew() => _tally.Members == 0
        ? $"No member of group '{Whole.Path}' ran."
        : FormattableString.Invariant($"Of the members of group '{Whole.Path}' only {_tally.Members} {(_tally.Members == 1 ? "is" : "are")} to run, and {policy.Threshold} are to succeed.");
}
