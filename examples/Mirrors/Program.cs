using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Mirrors;
using PlanDsl;

await using var mirrors = await LoopbackMirrors.StartAsync();
using var exporters = new Exporters(Console.Out);
using var http = new HttpClient();
var directory = Directory.CreateTempSubdirectory("mirrors-");
var plan = new DownloadPlan(new MirrorClient(http, mirrors.AddressOf));

var stable = await RunAsync(Releases.Stable);
var tampered = await RunAsync(Releases.Tampered);
var kept = directory.GetFiles().Select(file => file.Name).ToArray();
Console.WriteLine($"kept: {string.Join(", ", kept)}");
directory.Delete(recursive: true);
return stable.Succeeded && tampered.Status is RunStatus.Failed && kept is ["stable.bin"] ? 0 : 1;

async Task<PlanOutcome> RunAsync(string release)
{
    Console.WriteLine($"== {release}");
    var bar = new ProgressBar(Console.Out, !Console.IsOutputRedirected);
    var run = plan.Start(release, directory.FullName);
    var shown = run.Events.Progress(DownloadPlan.Definition).Do(bar.Show).LastAsync().ToTask();
    var outcome = await run.Completion;
    await shown;

    Console.WriteLine(outcome);
    foreach (var step in outcome.Steps.SelectMany(step => step.Children.Prepend(step)))
        Console.WriteLine($"  {step}{(step.IsFallback ? ", by its fallback" : "")}");
    return outcome;
}
