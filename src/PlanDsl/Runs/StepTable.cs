namespace PlanDsl;

/// <summary>How each step of one run stands, or each part of one step: its status and some marks in a byte, and what else is
/// known of it where there is anything to know. Not thread-safe; the coordinator writes it, and hands out copies.</summary>
internal sealed partial class StepTable
{
    private const byte StatusBits = 0x0F;
    private const byte Started = 0x10;
    private const byte ToBeSkipped = 0x20;
    private const byte AfterFailure = 0x40;
    private const byte CancelledByName = 0x80;

    private readonly StepNames _names;
    private byte[] _cells;
    private int[]? _furtherAttempts;
    private int[]? _earlierAttempts;
    private StepError?[]? _errors;
    private DateTimeOffset[]? _startedAt;
    private DateTimeOffset[]? _endedAt;
    private StepTable?[]? _parts;

    public StepTable(StepNames names, int count)
        : this(names, new byte[count], count)
    {
    }

    private StepTable(StepNames names, byte[] cells, int count)
    {
        _names = names;
        _cells = cells;
        Count = count;
    }

    public int Count { get; private set; }

    public string IdOf(int step) => _names.IdOf(step);

    public string PathOf(int step) => _names.PathOf(step);

    public string? ParentOf(int step) => _names.ParentOf(step);

    /// <summary>The entry that has this path, or within which what has it would lie; -1 if there is none.</summary>
    public int Find(string path) => _names.Find(path, Count);

    public StepStatus StatusOf(int step) => (StepStatus)(_cells[step] & StatusBits);

    public int AttemptsOf(int step) => (_cells[step] & Started) == 0 ? 0 : 1 + FurtherAttemptsOf(step) + (_earlierAttempts?[step] ?? 0);

    public StepError? ErrorOf(int step) => _errors?[step];

    public SkipCause? SkipCauseOf(int step) => StatusOf(step) is not StepStatus.Skipped ? null
        : IsToBeSkipped(step) ? SkipCause.Dependency
        : Has(step, StepNotes.OffBranch) ? SkipCause.Branch
        : SkipCause.Condition;

    public DateTimeOffset? StartedAtOf(int step) => At(_startedAt, step);

    public DateTimeOffset? EndedAtOf(int step) => At(_endedAt, step);

    public bool IsToBeSkipped(int step) => (_cells[step] & ToBeSkipped) != 0;

    public void MarkToBeSkipped(int step) => _cells[step] |= ToBeSkipped;

    /// <summary>Whether a predecessor has failed. Known only in plans in which steps ask for it.</summary>
    public bool IsAfterFailure(int step) => (_cells[step] & AfterFailure) != 0;

    public void MarkAfterFailure(int step) => _cells[step] |= AfterFailure;

    /// <summary>Whether somebody has asked to cancel this step, and not only the run.</summary>
    public bool IsCancelledByName(int step) => (_cells[step] & CancelledByName) != 0;

    public void MarkCancelledByName(int step) => _cells[step] |= CancelledByName;

    /// <summary>Counts an attempt after the first.</summary>
    public void AddAttempt(int step) => (_furtherAttempts ??= new int[_cells.Length])[step]++;

    /// <summary>Counts attempts on from those that were made in earlier attempts of the whole.</summary>
    public void CountOn(int step, int earlier) => (_earlierAttempts ??= new int[_cells.Length])[step] = earlier;

    /// <summary>Enters the status and leaves the marks; entering <see cref="StepStatus.Running"/> counts the first attempt.</summary>
    public void Enter(int step, StepStatus status)
    {
        var marks = _cells[step] & ~StatusBits;
        if (status is StepStatus.Running)
        {
            // It had started before the run was resumed.
            if ((_cells[step] & (StatusBits | Started)) == Started)
                AddAttempt(step);
            marks |= Started;
        }

        _cells[step] = (byte)(marks | (int)status);
    }

    /// <summary>Makes as if the step had never been started.</summary>
    public void Reset(int step) => _cells[step] = (byte)StepStatus.Pending;

    public void SetError(int step, StepError error) => (_errors ??= new StepError?[_cells.Length])[step] = error;

    /// <summary>Notes when the first attempt started; nothing for later ones.</summary>
    public void SetStarted(int step, DateTimeOffset time)
    {
        if (FurtherAttemptsOf(step) == 0)
            (_startedAt ??= new DateTimeOffset[_cells.Length])[step] = time;
    }

    public void SetEnded(int step, DateTimeOffset time) => (_endedAt ??= new DateTimeOffset[_cells.Length])[step] = time;

    /// <summary>The elements or iterations of a step, in a table of their own; <see langword="null"/> for a step that has none.</summary>
    public StepTable? PartsOf(int step) => _parts?[step];

    public void SetParts(int step, StepTable parts) => (_parts ??= new StepTable?[_cells.Length])[step] = parts;

    /// <summary>Adds an entry, which is pending; its index.</summary>
    public int Add()
    {
        if (Count == _cells.Length)
            Grow(Math.Max(4, 2 * Count));
        return Count++;
    }

    public StepTable Copy() => new(_names, (byte[])_cells.Clone(), Count)
    {
        _earlierAttempts = (int[]?)_earlierAttempts?.Clone(),
        _furtherAttempts = (int[]?)_furtherAttempts?.Clone(),
        _errors = (StepError?[]?)_errors?.Clone(),
        _startedAt = (DateTimeOffset[]?)_startedAt?.Clone(),
        _endedAt = (DateTimeOffset[]?)_endedAt?.Clone(),
        _notes = (StepNotes[]?)_notes?.Clone(),
        _compensations = (CompensationOutcome?[]?)_compensations?.Clone(),
        _replacedErrors = (StepError?[]?)_replacedErrors?.Clone(),
        _signals = (SignalNote?[]?)_signals?.Clone(),
        _parts = _parts is null ? null : Array.ConvertAll(_parts, static parts => parts?.Copy()),
    };

    /// <summary>Whether a step has left a result.</summary>
    public bool HasSucceeded(int step) => StatusOf(step) is StepStatus.Succeeded || (StatusOf(step) is StepStatus.Partial && ErrorOf(step) is null);

    /// <summary>Whether a step has failed: a group also without some of its members.</summary>
    public bool HasFailed(int step) => StatusOf(step) is StepStatus.Failed || (StatusOf(step) is StepStatus.Partial && ErrorOf(step) is not null);

    /// <summary>The entries that are members of no other, in declaration order.</summary>
    public IEnumerable<int> Order => TopLevel ?? Enumerable.Range(0, Count);

    /// <summary>The same; <see langword="null"/> where that is all of them.</summary>
    public int[]? TopLevel => _names.Order;

    /// <summary>The entries that are members of this one, in declaration order.</summary>
    public int[] MembersOf(int step) => _names.MembersOf(step).ToArray();

    public StepOutcome[] ToOutcomes()
    {
        if (TopLevel is { } entries)
            return Array.ConvertAll(entries, OutcomeOf);
        var outcomes = new StepOutcome[Count];
        for (var step = 0; step < outcomes.Length; step++)
            outcomes[step] = OutcomeOf(step);
        return outcomes;
    }

    public StepOutcome OutcomeOf(int step) =>
        OutcomeOf(step, PartsOf(step) is { } parts ? new PartOutcomes(parts) : Array.ConvertAll(MembersOf(step), OutcomeOf));

    /// <summary>How a step has ended, which cannot change any more: without what it consists of, some of which may go on.</summary>
    public StepOutcome EndOf(int step) => OutcomeOf(step, children: []);

    private StepOutcome OutcomeOf(int step, IReadOnlyList<StepOutcome> children) => new()
    {
        Id = IdOf(step),
        Path = PathOf(step),
        Status = StatusOf(step),
        SkipCause = SkipCauseOf(step),
        Error = ErrorOf(step),
        StartedAt = StartedAtOf(step),
        EndedAt = EndedAtOf(step),
        Attempts = AttemptsOf(step),
        Children = children,
        ReplacedError = ReplacedErrorOf(step),
        IsAbandoned = IsAbandoned(step),
        IsTolerated = IsTolerated(step),
        Compensation = CompensationOf(step),
    };

    private int FurtherAttemptsOf(int step) => _furtherAttempts?[step] ?? 0;

    private void Grow(int capacity)
    {
        Array.Resize(ref _cells, capacity);
        Resize(ref _furtherAttempts, capacity);
        Resize(ref _errors, capacity);
        Resize(ref _startedAt, capacity);
        Resize(ref _endedAt, capacity);
        Resize(ref _parts, capacity);
        Resize(ref _notes, capacity);
        Resize(ref _compensations, capacity);
        Resize(ref _replacedErrors, capacity);
        Resize(ref _results, capacity);
        Resize(ref _signals, capacity);
        Resize(ref _earlierAttempts, capacity);
    }

    private static void Resize<T>(ref T[]? entries, int capacity)
    {
        if (entries is not null)
            Array.Resize(ref entries, capacity);
    }

    private static DateTimeOffset? At(DateTimeOffset[]? times, int step) =>
        times is { } recorded && recorded[step] != default ? recorded[step] : null;
}
