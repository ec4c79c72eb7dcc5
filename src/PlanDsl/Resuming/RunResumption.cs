namespace PlanDsl;

/// <summary>A run that this process has claimed to go on with it, and what is recorded of it.</summary>
/// <param name="Recorder">Who records how it goes on.</param>
/// <param name="Record">What it had done.</param>
/// <param name="Claimed">The claim.</param>
internal sealed record RunResumption(RunRecorder Recorder, RunRecord Record, IRunJournal Claimed)
{
    /// <summary>Claims a run.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="planId">The id of the plan whose run it is to be.</param>
    /// <param name="options">How the run is to go on; with the journal.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    public static async Task<RunResumption> ClaimAsync(string runId, string planId, PlanOptions options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Journal is not { } journal)
            throw new ArgumentException("There is no journal out of which the run could be resumed; set PlanOptions.Journal.", nameof(options));
        var claimed = await journal.ResumeAsync(runId, cancellationToken).ConfigureAwait(false);
        try
        {
            var events = new List<PlanEvent>();
            await foreach (var happened in journal.ReadAsync(runId, 0, cancellationToken).ConfigureAwait(false))
                events.Add(happened);
            var record = RunRecord.Fold(events);
            if (record.Created.PlanId != planId)
                throw new ArgumentException($"Run '{runId}' is one of plan '{record.Created.PlanId}', not of plan '{planId}'; resume it with that.", nameof(runId));
            return new(RunRecorder.GoOn(journal, claimed, record), record, claimed);
        }
        catch
        {
            await claimed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Goes on with the run, unless its plan has changed.</summary>
    /// <exception cref="PlanChangedException">It has.</exception>
    public async Task<TRun> GoOnAsync<TRun>(PlanShape shape, PlanOptions options, Func<PlanOptions, TRun> start)
    {
        try
        {
            Require(shape, options.AllowChanged);
            return start(new(options) { RunId = Record.Created.RunId, Recorder = Recorder });
        }
        catch
        {
            await Claimed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void Require(PlanShape shape, bool mayHaveChanged)
    {
        if (Record.Shape is not { } before || before == shape.Text)
            return;
        var differences = PlanShape.Compare(before, shape.Text);
        var isGrave = differences.Exists(difference => difference.IsGrave && difference.Step is { } step && Record.HasBegun(step));
        if (isGrave || !mayHaveChanged)
            throw new PlanChangedException(Record.Created.RunId, Record.Created.PlanId, differences.ConvertAll(static difference => difference.Text), isGrave);
    }
}
