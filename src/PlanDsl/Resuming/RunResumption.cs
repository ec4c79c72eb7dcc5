namespace PlanDsl;

/// <summary>A run that this process has claimed to go on with it, and what is recorded of it.</summary>
/// <param name="Recorder">Who records how it goes on.</param>
/// <param name="Record">What it had done.</param>
/// <param name="Claimed">The claim.</param>
internal sealed record RunResumption(RunRecorder Recorder, RunRecord Record, IRunJournal Claimed)
{
    // How soon, and how often, it is looked again whether the claim of a process that has ended is free.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private const int MostLooks = 200;

    /// <summary>Claims a run.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="plan">The plan whose run it is to be.</param>
    /// <param name="options">How the run is to go on; with the journal.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public static async Task<RunResumption> ClaimAsync(string runId, PlanTable plan, PlanOptions options, CancellationToken cancellationToken)
    {
        var journal = JournalOf(runId, options);
        var claimed = await ClaimAsync(journal, runId, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        try
        {
            var events = await ReadAsync(journal, runId, plan.PlanId, cancellationToken).ConfigureAwait(false);
            if (RunBranch.Missing(events) is { } beginning)
                events = await CompleteAsync(events, beginning, plan, journal, claimed, cancellationToken).ConfigureAwait(false);
            var record = RunRecord.Fold(events);
            return new(RunRecorder.GoOn(journal, claimed, record), record, claimed);
        }
        catch
        {
            await claimed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What is recorded of a run.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="planId">The id of the plan whose run it is to be.</param>
    /// <param name="options">Where it is recorded.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<List<PlanEvent>> ReadAsync(string runId, string planId, PlanOptions options, CancellationToken cancellationToken) =>
        ReadAsync(JournalOf(runId, options), runId, planId, cancellationToken);

    /// <summary>Sees that nobody executes a run that is to be done again, and ends the processes that are left of it.</summary>
    /// <param name="last">The last event that is recorded of it.</param>
    /// <param name="options">Where it is recorded, and where its files are.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <exception cref="RunClaimedException">Somebody does.</exception>
    public static async Task RequireLeftAsync(PlanEvent last, PlanOptions options, CancellationToken cancellationToken)
    {
        if (last is RunCompletedEvent)
            return;
        var claimed = await ClaimAsync(options.Journal!, last.RunId, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        await using (claimed.ConfigureAwait(false))
        {
            if (options.Files is { } files)
                await files.EndSurvivorsAsync(last.RunId, options.TimeProvider).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a run that begins with what was done in another, and claims it.</summary>
    /// <param name="begun">The events with which it begins.</param>
    /// <param name="journal">Where it is recorded.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public static async Task<RunResumption> BranchAsync(IReadOnlyList<PlanEvent> begun, IPlanJournal journal, CancellationToken cancellationToken)
    {
        var claimed = await journal.CreateAsync(begun[0].RunId, cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var happened in begun)
                claimed.Append(happened);
            await claimed.FlushAsync(begun.Count).ConfigureAwait(false);
            var record = RunRecord.Fold(begun);
            return new(RunRecorder.GoOn(journal, claimed, record), record, claimed);
        }
        catch
        {
            await claimed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // The process that made the run died before it had recorded all with which the run begins. The other run has it still, and what has happened there since is left out.
    private static async Task<List<PlanEvent>> CompleteAsync(
        List<PlanEvent> begun, RunBeginning beginning, PlanTable plan, IPlanJournal journal, IRunJournal claimed, CancellationToken cancellationToken)
    {
        var (runId, parentRun) = (begun[0].RunId, ((RunCreatedEvent)begun[0]).ParentRun!);
        var parent = new List<PlanEvent>();
        try
        {
            parent.AddRange(await ReadAsync(journal, parentRun, plan.PlanId, cancellationToken).ConfigureAwait(false));
        }
        catch (RunNotFoundException gone)
        {
            throw new JournalException($"The process that made run '{runId}' died before all was recorded of what the run takes over of run '{parentRun}', which is not in the journal any more. Run the plan anew; nothing was done in run '{runId}'.", gone);
        }

        var whole = new RunBranch([.. parent.Take((int)beginning.ParentEvents)], plan).Complete(begun);
        foreach (var happened in whole.Skip(begun.Count))
            claimed.Append(happened);
        await claimed.FlushAsync(whole.Count).ConfigureAwait(false);
        return whole;
    }

    // What a process was starting when it died has hold of what that had, for the moment until it is a program of its own.
    private static async ValueTask<IRunJournal> ClaimAsync(IPlanJournal journal, string runId, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var looks = 0; ; looks++)
        {
            try
            {
                return await journal.ResumeAsync(runId, cancellationToken).ConfigureAwait(false);
            }
            catch (RunClaimedException claimed) when (claimed.Owner is { HasEnded: true } && looks < MostLooks)
            {
                await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static IPlanJournal JournalOf(string runId, PlanOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentNullException.ThrowIfNull(options);
        return options.Journal ?? throw new ArgumentException("There is no journal out of which the run could be resumed; set PlanOptions.Journal.", nameof(options));
    }

    private static async Task<List<PlanEvent>> ReadAsync(IPlanJournal journal, string runId, string planId, CancellationToken cancellationToken)
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in journal.ReadAsync(runId, 0, cancellationToken).ConfigureAwait(false))
            events.Add(happened);
        if (events is [RunCreatedEvent created, ..] && created.PlanId != planId)
            throw new ArgumentException($"Run '{runId}' is one of plan '{created.PlanId}', not of plan '{planId}'; resume it with that.", nameof(runId));
        return events;
    }

    /// <summary>Goes on with the run, unless its plan has changed.</summary>
    /// <exception cref="PlanChangedException">It has.</exception>
    public async Task<TRun> GoOnAsync<TRun>(PlanShape shape, PlanOptions options, Func<PlanOptions, TRun> start)
    {
        try
        {
            Require(shape, options.AllowChanged);
            if (options.Files is { } files)
                await files.EndSurvivorsAsync(Record.Created.RunId, options.TimeProvider).ConfigureAwait(false);
            return start(new(options) { RunId = Record.Created.RunId, Recorder = Recorder, TimeProvider = ResumedClock.NotBefore(Record.LastTime, options.TimeProvider) });
        }
        catch (Exception fault)
        {
            await Claimed.DisposeAsync().ConfigureAwait(false);
            if (fault is MaskedException)
                throw new JournalException($"Run '{Record.Created.RunId}' cannot be gone on with: {fault.Message}");
            throw;
        }
    }

    private void Require(PlanShape shape, bool mayHaveChanged)
    {
        if (Record.Shape is not { } before || before == shape.Text)
            return;
        var differences = ShapeComparison.Of(before, shape.Text);
        // It may be written in the way of an earlier version.
        if (differences.Count == 0)
            return;
        var isGrave = differences.Exists(difference => difference.IsGrave && difference.Step is { } step && Record.HasBegun(step));
        if (isGrave || !mayHaveChanged)
            throw new PlanChangedException(Record.Created.RunId, Record.Created.PlanId, differences.ConvertAll(static difference => difference.Text), isGrave);
    }
}
