namespace PlanDsl.Tests;

/// <summary>What <see cref="FreightPlan"/> runs in one way, which fails late, and then in another.</summary>
[Plan(Id = "carriage", Resumable = true)]
internal sealed partial class CarriagePlan(KilledBodies bodies)
{
    [Step]
    private Task<Ticket> BookAsync([Input] string way, StepContext context) => bodies.WorkAsync(context, new Ticket($"T-{way}", default), KilledBodies.Within + way);

    [Step]
    private Task<string> DriveAsync([Input] string way, Ticket book, StepContext context) =>
        way == "rail" ? bodies.FailAsync<string>(context, KilledBodies.Within + way) : bodies.WorkAsync(context, $"by {book.Number}", KilledBodies.Within + way);
}
