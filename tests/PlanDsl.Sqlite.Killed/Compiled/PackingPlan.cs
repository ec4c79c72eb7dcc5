namespace PlanDsl.Tests;

/// <summary>What <see cref="OrderPlan"/> runs as a part of it.</summary>
[Plan(Id = "packing", Resumable = true)]
internal sealed partial class PackingPlan(KilledBodies bodies)
{
    [Step]
    private Task<Parcel> WrapAsync([Input] Line[] content, StepContext context) =>
        bodies.WorkAsync(context, new Parcel("P-1", [.. content.Select(static line => line.Product)]));

    [Step(Retries = 2)]
    private Task<Parcel> SealAsync(Parcel wrap, StepContext context) => bodies.FlakyAsync(context, fails: 2, wrap with { Label = wrap.Label + " sealed" });
}
