using System.Text.Json.Nodes;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Runs a plan file: loads it, starts it, lets a report follow it, and says by an exit code what came of it.</summary>
/// <param name="settings">What was asked for.</param>
/// <param name="console">Where the run is told.</param>
internal sealed class PlanRunner(RunSettings settings, ToolConsole console)
{
    /// <summary>Runs the plan.</summary>
    /// <param name="cancellationToken">Interrupts the run, which then ends cleanly.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Nothing can be run as it was asked for.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var journal = settings is { Journal: { } place, IsDryRun: false } ? new EarlyJournal(place, console.Time) : null;
        try
        {
            var plan = PlanLoader.Load(settings.Path, new()
            {
                Timeout = settings.Timeout,
                Agents = PlanLoader.AgentsOf(settings.AgentCommand),
                SecretInputs = settings.Secrets.Names,
                Files = journal?.Place.Files,
            });
            Warn(plan);
            PlanLoader.RequireRunnable(plan);
            if (!settings.IsDryRun)
                return await RunAsync(plan, journal, cancellationToken);
            DryRun.Write(console, plan.Model, settings.Format);
            return ExitCodes.Success;
        }
        catch (InvalidPlanException invalid)
        {
            return InvalidPlan.Refuse(invalid, console);
        }
    }

    private Task<int> RunAsync(InterpretedPlan plan, EarlyJournal? journal, CancellationToken cancellationToken)
    {
        var inputs = Inputs();
        var follower = new RunFollower(console, settings.Format)
        {
            LetsGo = settings.LetsGo,
            Journal = journal,
            Secrets = plan.SecretsOf(inputs),
        };
        return follower.FollowAsync(plan, (observer, parts) => Task.FromResult(plan.StartKeeping(parts, inputs, new()
        {
            // As the engine would make it, but without loading what makes good random numbers.
            RunId = Guid.NewGuid().ToString("N"),
            MaxParallel = settings.MaxParallel,
            Observer = observer,
            TimeProvider = console.Time,
            Journal = journal,
            Origin = journal is null ? null : OriginOf(plan, inputs, follower.Secrets).ToJson(),
        }, cancellationToken)), cancellationToken);
    }

    private RunOrigin OriginOf(InterpretedPlan plan, JsonObject inputs, RunSecrets? secrets) => new RunOrigin(Path.GetFullPath(settings.Path), Environment.CurrentDirectory)
    {
        Files = PlanFiles.Of(plan),
        Secrets = [.. plan.SecretNames.Where(inputs.ContainsKey)],
        MaxParallel = settings.MaxParallel,
        Timeout = settings.Timeout,
    }.With(settings.AgentCommand, secrets);

    // The first to look at the inputs. A variable that is misspelt is told of with the file and with the inputs.
    private void Warn(InterpretedPlan plan)
    {
        foreach (var finding in plan.Findings.Concat(Unresolved(plan)).Distinct().Where(static finding => finding.Finding.Severity is FindingSeverity.Warning))
            console.Error.WriteLine(finding.ToString());
    }

    private IReadOnlyList<PlanFileFinding> Unresolved(InterpretedPlan plan)
    {
        try
        {
            return plan.FindUnresolved(Inputs());
        }
        catch (ArgumentException problem)
        {
            throw PlanLoader.Refused(problem);
        }
    }

    private JsonObject Inputs()
    {
        var inputs = new JsonObject();
        foreach (var variable in settings.Variables)
        {
            var name = variable[..variable.IndexOf('=', StringComparison.Ordinal)];
            inputs[name] = JsonValue.Create(variable[(name.Length + 1)..]);
        }

        return settings.Secrets.AddTo(inputs);
    }
}
