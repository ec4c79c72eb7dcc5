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
        try
        {
            var plan = InterpretedPlan.Parse(PlanSource.Read(settings.Path), settings.Path, Options());
            Warn(plan);
            if (!settings.IsDryRun)
                return await RunAsync(plan, cancellationToken);
            DryRun.Write(console, plan.Model, settings.Format);
            return ExitCodes.Success;
        }
        catch (InvalidPlanException invalid)
        {
            return InvalidPlan.Refuse(invalid, console);
        }
    }

    private async Task<int> RunAsync(InterpretedPlan plan, CancellationToken cancellationToken)
    {
        var relay = new EventRelay();
        var start = console.Time.GetTimestamp();
        var report = RunReports.Of(settings.Format, console, plan.Model);
        var parts = new PartResults();
        var run = Start(plan, relay, report.TellsParts ? parts : null, cancellationToken);
        await report.FollowAsync(relay.Events);
        var outcome = await run.Completion;
        report.End(new(plan.Model, outcome, run.ResultsSoFar, console.Time.GetElapsedTime(start)) { Parts = parts });
        return outcome.Succeeded ? ExitCodes.Success
            : cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted
            : ExitCodes.RunFailed;
    }

    private InterpretedRun Start(InterpretedPlan plan, EventRelay relay, PartResults? parts, CancellationToken cancellationToken)
    {
        if (plan.Model.Steps.FirstOrDefault(static step => step.Pipeline is not null) is { } step)
            throw new UsageException($"Step '{step.Id}' names the pipeline '{step.Pipeline}', which only a program that hosts the plan can supply; declare retries and timeouts instead.");
        return plan.StartKeeping(parts, Inputs(), new() { MaxParallel = settings.MaxParallel, Observer = relay, TimeProvider = console.Time }, cancellationToken);
    }

    // The first to look at the inputs.
    private void Warn(InterpretedPlan plan)
    {
        foreach (var finding in plan.Findings.Concat(Unresolved(plan)).Where(static finding => finding.Finding.Severity is FindingSeverity.Warning))
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
            // The name of a parameter of ours is nothing to those who call the tool.
            throw new UsageException(problem.Message.Replace($" (Parameter '{problem.ParamName}')", "", StringComparison.Ordinal));
        }
    }

    private InterpretedPlanOptions Options()
    {
        try
        {
            return new() { Timeout = settings.Timeout, Agents = settings.AgentCommand is { } command ? new ProcessAgentRunner(command) : null };
        }
        catch (ArgumentException)
        {
            throw new UsageException($"--agent-command '{settings.AgentCommand}' is no command line; quotes must be closed, and it must name a program.");
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

        return inputs;
    }
}
