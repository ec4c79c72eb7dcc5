namespace PlanDsl.Cli;

/// <summary>How a recorded run stands, folded from its events.</summary>
internal sealed class RunHistory
{
    private readonly Dictionary<string, StepHistory> _steps = new(StringComparer.Ordinal);
    private readonly List<StepHistory> _roots = [];
    private readonly List<PendingRequest> _pending = [];

    // Who has taken the signals that requests have brought; nobody yet, where they are kept.
    private readonly Dictionary<string, string?> _takers = new(StringComparer.Ordinal);

    // How often a process has begun where another, or another run, had ended.
    private int _beginnings;

    private RunHistory(JournalPlace place, RunSummary summary) => (Place, Summary) = (place, summary);

    /// <summary>Where it is recorded.</summary>
    public JournalPlace Place { get; }

    /// <summary>What there is to say of the run in a line.</summary>
    public RunSummary Summary { get; }

    /// <summary>How it was made; <see langword="null"/> where that is not recorded.</summary>
    public RunCreatedEvent? Created { get; private set; }

    /// <summary>With what the tool has gone on with it last; <see langword="null"/> for a run of another program.</summary>
    public RunOrigin? Origin { get; private set; }

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

    /// <summary>The names of the signals for which steps of its plan wait, at any time; <see langword="null"/> where not all are known, as in the runs of
    /// programs, whose steps may run plans of which nothing is recorded.</summary>
    public IReadOnlyList<string>? SignalNames { get; private set; }

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

    /// <summary>Whether a step that waits for a signal has been given it in time, so that it only has to be taken.</summary>
    public bool IsGiven(StepHistory step) =>
        _pending.Count(request => request.Signal == step.Wait!.Signal && !(request.AskedAt > step.Wait.Deadline)) >= Waiting.Count(other => other.Wait!.Signal == step.Wait!.Signal);

    /// <summary>Whether the deadline of a step that waits for a signal has passed, and the signal was not given in time.</summary>
    public bool HasMissed(StepHistory step, DateTimeOffset now) => step.Wait!.Deadline < now && !IsGiven(step);

    /// <summary>The step for which a signal has come too late; <see langword="null"/> where one waits for it, or may come to.</summary>
    public StepHistory? Missed(PendingRequest request)
    {
        var waiting = Waiting.Where(step => step.Wait!.Signal == request.Signal).ToList();
        return waiting.TrueForAll(step => request.AskedAt > step.Wait!.Deadline) ? waiting.FirstOrDefault() : null;
    }

    /// <summary>Whether the run has had a signal.</summary>
    /// <param name="requestId">The request that has brought it.</param>
    /// <param name="taker">The path of the step that has taken it; <see langword="null"/> where it is kept for one that will.</param>
    public bool HasHad(string requestId, out string? taker) => _takers.TryGetValue(requestId, out taker);

    /// <summary>What is recorded of something; <see langword="null"/> for nothing.</summary>
    public StepHistory? Find(string path) => _steps.GetValueOrDefault(path);

    private void Apply(PlanEvent happened)
    {
        if (JournalRecord.RequestIdOf(happened) is { } done)
            _pending.RemoveAll(request => request.RequestId == done);
        if (happened is SignalReceivedEvent { RequestId: { } request } signal)
            _takers[request] = signal.StepPath;
        switch (happened)
        {
            case RunCreatedEvent created:
                Created = created;
                Origin = RunOrigin.Of(created.Origin);
                Declare(created.Shape);
                break;
            case RunResumedEvent resumed:
                _beginnings++;
                Origin = RunOrigin.Of(resumed.Origin) ?? Origin;
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
                if (step.Parent is { } whole)
                    Find(whole)?.NotePart();
                At(step.StepPath, step.Parent).Apply(step);
                break;
        }
    }

    // Steps that have not begun are known by what is recorded of the plan; members of groups only once something has happened to them.
    private void Declare(string? shape)
    {
        if (shape is null)
            return;
        foreach (var (id, group) in PlanShape.StepsOf(shape))
            At(group is null ? id : $"{group}/{id}", group);
        if (Origin is not null)
            SignalNames = PlanShape.SignalsOf(shape);
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
