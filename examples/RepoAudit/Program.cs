using PlanDsl;
using RepoAudit;

if (!CommandLine.TryParse(args, out var root, out var complaint))
{
    await Console.Error.WriteLineAsync(complaint);
    return 2;
}

using var interrupt = new Interrupt();
var progress = new RunProgress(Console.Out, Style.OfConsole, RepoAuditPlan.Definition.Steps.Count);
var plan = new RepoAuditPlan(new GitClient());

var run = plan.Start(root, new PlanOptions { Observer = progress }, interrupt.Token);
var outcome = await run.Completion;
await progress.Finished;

switch (outcome)
{
    case { Results: { } results }:
        return AuditFile.TrySave(results.Report, RunTimeline.Of(RepoAuditPlan.Definition, outcome)) ? 0 : 1;
    case { Status: RunStatus.Cancelled }:
        await Console.Error.WriteLineAsync("RepoAudit: cancelled");
        return Interrupt.ExitCode;
    default:
        await Console.Error.WriteLineAsync($"RepoAudit: {outcome.Error?.StepId}: {outcome.Error?.Message}");
        return 1;
}
