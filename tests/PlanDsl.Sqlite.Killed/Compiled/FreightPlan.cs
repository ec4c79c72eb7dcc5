namespace PlanDsl.Tests;

/// <summary>A compiled plan that tries another again, which is shorter the second time, and in whose place one that fails another runs with the same
/// steps.</summary>
[Plan(Id = "freight", Resumable = true)]
internal sealed partial class FreightPlan(KilledBodies bodies)
{
    private LoadingPlan Loading => new(bodies);

    private CarriagePlan Carriage => new(bodies);

    [Step(Plan = typeof(LoadingPlan), Retries = 1)]
    private partial Task<LoadingPlan.Results> Load([Input] string port);

    [Step]
    private Task<string> WayAsync(LoadingPlan.Results load, StepContext context) => bodies.WorkAsync(context, load.Crates.Length == 1 ? "rail" : "none");

    [Step(Fallback = nameof(ByRoadAsync))]
    private Task<string> CarryAsync(string way, StepContext context) => DriveAsync(way, context);

    private Task<string> ByRoadAsync(StepContext context) => DriveAsync("road", context);

    private async Task<string> DriveAsync(string way, StepContext context) =>
        (await Carriage.Start(way, context.SubPlanOptions(), context.CancellationToken).GetResultsAsync().ConfigureAwait(false)).Drive;

    [Step]
    private Task<string> BillAsync(LoadingPlan.Results load, string carry, StepContext context) =>
        bodies.WorkAsync(context, $"{load.Seal} {string.Join(',', load.Stow)} {load.Balance} {carry}");
}
