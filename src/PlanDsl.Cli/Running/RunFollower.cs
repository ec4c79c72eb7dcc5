namespace PlanDsl.Cli;

/// <summary>Starts a run, or goes on with one, lets a report follow it, and says by an exit code what came of it.</summary>
/// <param name="console">Where the run is told.</param>
/// <param name="format">How: <c>pretty</c>, <c>json</c> or <c>jsonl</c>.</param>
internal sealed class RunFollower(ToolConsole console, string format)
{
    /// <summary>Whether the run is let go of when it does nothing but wait for signals.</summary>
    public bool LetsGo { get; init; }

    /// <summary>Where the run is recorded; <see langword="null"/> for nowhere.</summary>
    public EarlyJournal? Journal { get; init; }

    /// <summary>What nobody is to be told; <see langword="null"/> for nothing.</summary>
    public RunSecrets? Secrets { get; init; }

    /// <summary>What had happened in the run before.</summary>
    public IReadOnlyList<PlanEvent> Before { get; init; } = [];

    /// <summary>Follows a run to its end.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="start">Starts the run, with who observes it and keeps what its parts leave.</param>
    /// <param name="cancellationToken">Interrupts the run.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> FollowAsync(InterpretedPlan plan, Func<IObserver<PlanEvent>, PartResults?, Task<InterpretedRun>> start, CancellationToken cancellationToken)
    {
        var waits = LetsGo ? new SignalWaits() : null;
        var relay = new EventRelay(waits);
        var begin = console.Time.GetTimestamp();
        var report = RunReports.Of(format, console, plan.Model);
        var parts = new PartResults();
        report.Recall(Before);
        var run = await start(relay, report.TellsParts ? parts : null);
        waits?.LetGo(run, console.Time);
        // Of a run that has no journal nothing is told: it has done nothing, though it may have been about to.
        if (Journal is not null)
            await Task.WhenAny(Journal.Claimed, run.Completion);
        if (Journal is null or { HasRun: true })
            await report.FollowAsync(relay.Events);
        var outcome = await run.Completion;
        var fault = outcome.JournalError?.Exception ?? outcome.Error?.Exception as JournalException;
        if (fault is not null)
        {
            var begun = Journal is { HasRun: true } journal ? journal.Place : null;
            console.Refuse(fault.Message.ReplaceLineEndings(" ") + (begun is null || fault is JournalLostException ? "" : $" What was done until then may be gone on with by {ToolCall.About(begun, "resume", run.RunId)}."));
            if (begun is null)
                return ExitCodes.Unusable;
        }

        report.End(new(plan.Model, outcome, run.ResultsSoFar, console.Time.GetElapsedTime(begin))
        {
            Parts = parts,
            IsLeft = fault is not null and not JournalLostException,
            Journal = fault is null ? Journal?.Place : null,
            Secrets = RunMask.Of(Secrets, parts),
            Waits = outcome.Status is RunStatus.Running && waits is not null ? waits.Signals : [],
        });
        return outcome.Status switch
        {
            RunStatus.Succeeded or RunStatus.Running => ExitCodes.Success,
            _ when cancellationToken.IsCancellationRequested => ExitCodes.Interrupted,
            _ => ExitCodes.RunFailed,
        };
    }
}
