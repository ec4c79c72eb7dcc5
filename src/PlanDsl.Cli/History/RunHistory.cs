namespace PlanDsl.Cli;

/// <summary>How a recorded run stands, folded from its events.</summary>
internal sealed class RunHistory
{
    private readonly Dictionary<string, StepHistory> _steps = new(StringComparer.Ordinal);
    private readonly List<StepHistory> _roots = [];
    private readonly List<PendingRequest> _pending = [];

    // How often a process has begun where another, or another run, had ended.
    private int _beginnings;

    private RunHistory(JournalPlace place, RunSummary summary) => (Place, Summary) = (place, summary);

    /// <summary>Where it is recorded.</summary>
    public JournalPlace Place { get; }

    /// <summary>What there is to say of the run in a line.</summary>
    public RunSummary Summary { get; }

    /// <summary>How it was made; <see langword="null"/> where that is not recorded.</summary>
    public RunCreatedEvent? Created { get; private set; }

    /// <summary>How it ended; <see langword="null"/> if it has not.</summary>
    public RunCompletedEvent? Completed { get; private set; }

    /// <summary>How often it was gone on with.</summary>
    public int Resumes => Math.Max(0, _beginnings - (Summary.ParentRun is null ? 0 : 1));

    /// <summary>Whether it was asked to cancel.</summary>
    public bool IsCancelRequested { get; private set; }

    /// <summary>The steps, in declaration order.</summary>
    public IReadOnlyList<StepHistory> Steps => _roots;

    /// <summary>The steps and all that they consist of.</summary>
    public IEnumerable<StepHistory> All => _steps.Values;

    /// <summary>Those that wait for signals.</summary>
    public IEnumerable<StepHistory> Waiting => All.Where(static step => step.Wait?.Signal is not null);

    /// <summary>What was asked of it that it has not taken yet.</summary>
    public IReadOnlyList<PendingRequest> Pending => _pending;

    /// <summary>Reads what is recorded of a run.</summary>
    public static async Task<RunHistory> ReadAsync(EarlyJournal journal, RunSummary summary, CancellationToken cancellationToken)
    {
        var history = new RunHistory(journal.Place, summary);

        // First, so that what is taken meanwhile is seen by its event to be done. Where the record is damaged its events tell that better.
        if (summary is { Status: RunStatus.Running, Fault: null })
        {
            await foreach (var request in journal.PendingAsync(summary.RunId, cancellationToken))
                history._pending.Add(request);
        }

        await foreach (var happened in journal.ReadAsync(summary.RunId, 0, cancellationToken))
            history.Apply(happened);
        return history;
    }

    /// <summary>Whether each step that waits for a signal has been given one, which only has to be taken.</summary>
    public bool IsGiven(string signal) => _pending.Count(request => request.Signal == signal) >= Waiting.Count(step => step.Wait!.Signal == signal);

    /// <summary>What is recorded of something; <see langword="null"/> for nothing.</summary>
    public StepHistory? Find(string path) => _steps.GetValueOrDefault(path);

    private void Apply(PlanEvent happened)
    {
        if (JournalRecord.RequestIdOf(happened) is { } done)
            _pending.RemoveAll(request => request.RequestId == done);
        switch (happened)
        {
            case RunCreatedEvent created:
                Created = created;
                Declare(created.Shape);
                break;
            case RunResumedEvent resumed:
                _beginnings++;
                Declare(resumed.Shape);
                break;
            case RunCancelRequestedEvent:
                IsCancelRequested = true;
                break;
            case RunCompletedEvent completed:
                Completed = completed;
                _pending.Clear();
                break;
            case StepEvent step:
                At(step.StepPath, step.Parent).Apply(step);
                break;
        }
    }

    // Steps that have not begun are known by what is recorded of the plan; members of groups only once something has happened to them.
    private void Declare(string? shape)
    {
        foreach (var (id, group) in PlanShape.StepsOf(shape ?? ""))
            At(group is null ? id : $"{group}/{id}", group);
    }

    private StepHistory At(string path, string? parent)
    {
        if (_steps.TryGetValue(path, out var step))
            return step;
        _steps.Add(path, step = new(path, IdOf(path, parent)));
        (parent is null ? _roots : At(parent, parent: null).Parts).Add(step);
        return step;
    }

    // What a member, or a step of a sub-plan, is called below its whole; an element and an iteration are called after it.
    private static string IdOf(string path, string? parent) =>
        parent is not null && path.StartsWith($"{parent}/", StringComparison.Ordinal) ? path[(parent.Length + 1)..] : path[(path.LastIndexOf('/') + 1)..];
}
