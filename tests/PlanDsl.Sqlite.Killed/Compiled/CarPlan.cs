namespace PlanDsl.Tests;

/// <summary>What <see cref="BookingPlan"/> runs as a part of it, and undoes step by step.</summary>
[Plan(Id = "car", Resumable = true)]
internal sealed partial class CarPlan(KilledBodies bodies)
{
    [Step(Compensate = nameof(ReturnAsync))]
    private Task<Ticket> RentAsync([Input] Ticket arrival, StepContext context) => bodies.WorkAsync(context, arrival with { Number = "C-1" });

    private Task ReturnAsync(Ticket rent, StepContext context) => bodies.WorkAsync(context, rent.Number, KilledBodies.Undoing);

    [Step(Compensate = nameof(EndAsync))]
    private Task<int> InsureAsync(Ticket rent, StepContext context) => bodies.WorkAsync(context, rent.Day.Day);

    private Task EndAsync(int insure, StepContext context) => bodies.WorkAsync(context, insure, KilledBodies.Undoing);
}
