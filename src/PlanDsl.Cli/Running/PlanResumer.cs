using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Goes on with a run that a process has left, or does one again: finds its plan file and what else it was started with in what is recorded of it.</summary>
/// <param name="settings">What was asked for.</param>
/// <param name="console">Where the run is told.</param>
internal sealed class PlanResumer(ResumeSettings settings, ToolConsole console)
{
    /// <summary>Goes on with the run.</summary>
    /// <param name="cancellationToken">Interrupts the run, which then ends cleanly.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The run cannot be gone on with as it was asked for.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var journal = new EarlyJournal(settings.Journal, console.Time);
        var run = await RunLookup.FindAsync(journal, settings.Run, cancellationToken);
        if (settings.From is null)
            RunLookup.RequireUnfinished(run, journal.Place);

        // One that has ended is only on the way out: whoever claims the run waits for that.
        if (run.Owner is { HasEnded: false } owner)
            throw new RunClaimedException(run.RunId, $"journal {journal.Place.Path}", owner);
        var before = new List<PlanEvent>();
        await foreach (var happened in journal.ReadAsync(run.RunId, 0, cancellationToken))
            before.Add(happened);
        try
        {
            var recorded = new RecordedPlan(run.RunId, before, settings);
            return await GoOnAsync(run.RunId, recorded, journal, before, cancellationToken);
        }
        catch (InvalidPlanException invalid)
        {
            return InvalidPlan.Refuse(invalid, console);
        }
    }

    private async Task<int> GoOnAsync(string runId, RecordedPlan recorded, EarlyJournal journal, List<PlanEvent> before, CancellationToken cancellationToken)
    {
        var plan = recorded.Plan;
        recorded.RequireSecrets();
        if (settings.From is null)
            recorded.RequireUnchanged();
        var follower = new RunFollower(console, settings.Format)
        {
            LetsGo = settings.LetsGo,
            Journal = journal,
            Secrets = recorded.Secrets,
            Before = before,
        };
        return await follower.FollowAsync(plan, async (observer, parts) =>
        {
            try
            {
                var options = recorded.OptionsWith(observer, journal, console.Time);
                var secrets = settings.Secrets.AddTo([]);
                return settings.From is { } step
                    ? await plan.RerunKeepingAsync(parts, runId, step, options, secrets, cancellationToken)
                    : await plan.ResumeKeepingAsync(parts, runId, options, secrets, cancellationToken);
            }
            catch (PlanChangedException changed)
            {
                throw Refused(changed);
            }
            catch (ArgumentException problem)
            {
                throw PlanLoader.Refused(problem);
            }
            catch (Exception fault) when (fault is BindingException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new UsageException($"What is recorded of run '{runId}' cannot be read as what the plan is now: {fault.Message} Put the plan back as it was, or run it anew.");
            }
        }, cancellationToken);
    }

    private UsageException Refused(PlanChangedException changed) => new(
        $"Run '{changed.RunId}' cannot be {(settings.From is { } step ? $"done again from step '{step}' on" : "resumed")}, because plan '{changed.PlanId}' has changed since. {string.Join(' ', changed.Differences)} "
        + (settings.From is not null ? "Begin at a step before that, or run the plan anew."
            : changed.IsGrave ? "Put the plan back as it was, or run it anew."
            : "Put the plan back as it was, or go on with it as it is with --allow-changed."));
}
