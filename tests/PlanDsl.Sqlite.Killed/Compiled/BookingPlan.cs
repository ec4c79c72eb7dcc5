namespace PlanDsl.Tests;

/// <summary>A compiled plan that fails in the end, and undoes what it has done.</summary>
[Plan(Id = "booking", Resumable = true)]
internal sealed partial class BookingPlan(KilledBodies bodies)
{
    private CarPlan Hire => new(bodies);

    [Step(Compensate = nameof(CancelFlightAsync))]
    private Task<Ticket> FlightAsync([Input] string customer, [Input] DateOnly[] nights, StepContext context) =>
        bodies.WorkAsync(context, new Ticket($"F-{customer}", nights[0]));

    private Task CancelFlightAsync(Ticket flight, StepContext context) => bodies.WorkAsync(context, flight.Number, KilledBodies.Undoing);

    [Step(MaxParallel = 1, Compensate = nameof(CancelRoomAsync))]
    private Task<Ticket> RoomAsync(Ticket flight, [Each("nights")] DateOnly night, StepContext context) => bodies.WorkAsync(context, new Ticket($"R-{flight.Number}", night));

    private Task CancelRoomAsync([From("room")] Ticket room, StepContext context) => bodies.WorkAsync(context, room.Number, KilledBodies.Undoing);

    [Step(Plan = typeof(CarPlan), DependsOn = [nameof(RoomAsync)])]
    private partial Task<CarPlan.Results> Car([From("flight")] Ticket arrival);

    // It cannot be undone, which keeps nothing else from that.
    [Step(Compensate = nameof(GiveBackAsync))]
    private Task<int> VoucherAsync(CarPlan.Results car, StepContext context) => bodies.WorkAsync(context, car.Insure);

    private Task GiveBackAsync(StepContext context) => bodies.FailAsync<int>(context, KilledBodies.Undoing);

    [Step(Retries = 1)]
    private Task<decimal> PayAsync(int voucher, StepContext context) => bodies.FailAsync<decimal>(context);

    [Step]
    private Task<int> CelebrateAsync(decimal pay, StepContext context) => bodies.WorkAsync(context, 1);

    [Step(RunWhen = RunWhen.Failure)]
    private Task<string> TellAsync(StepOutcome<decimal> pay, StepContext context) => bodies.WorkAsync(context, $"{pay.Error?.Message} after {pay.Status}");
}
