namespace PlanDsl.Tests;

/// <summary>A compiled plan that runs another again and again, and once more in place of a step that fails.</summary>
[Plan(Id = "voyage", Resumable = true)]
internal sealed partial class VoyagePlan(KilledBodies bodies)
{
    private CarPlan Hire => new(bodies);

    [Step]
    private Task<Ticket> ArriveAsync([Input] DateOnly day, StepContext context) => bodies.WorkAsync(context, new Ticket("V-1", day));

    [Step(Plan = typeof(CarPlan), RepeatUntil = nameof(IsEnough), MaxIterations = 2, OnExhausted = OnExhausted.UseLast)]
    private partial Task<CarPlan.Results> Car([From("arrive")] Ticket arrival);

    private static bool IsEnough(CarPlan.Results car) => car.Insure == 0;

    [Step(Fallback = nameof(DriveAsync), DependsOn = [nameof(Car)])]
    private Task<Ticket> RailAsync(Ticket arrive, StepContext context) => bodies.FailAsync<Ticket>(context);

    // It does more than to run another plan, and is not called again for what that has left.
    private async Task<Ticket> DriveAsync(Ticket arrive, StepContext context)
    {
        await bodies.WorkAsync(context, arrive, KilledBodies.StandingIn).ConfigureAwait(false);
        return (await Hire.Start(arrive, context.SubPlanOptions(), context.CancellationToken).GetResultsAsync().ConfigureAwait(false)).Rent;
    }

    [Step]
    private Task<string> DescribeAsync(CarPlan.Results car, Ticket rail, StepContext context) => bodies.WorkAsync(context, $"{car.Insure} {car.Rent.Number} {rail.Number}");
}
