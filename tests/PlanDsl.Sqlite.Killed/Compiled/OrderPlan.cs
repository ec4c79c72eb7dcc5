using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>A compiled plan with all that a step may consist of, which succeeds.</summary>
[Plan(Id = "order", Resumable = true, MaxParallel = 4)]
[ParallelGroup("offers", Strategy = ParallelStrategy.BestEffort)]
[ParallelGroup("couriers", Strategy = ParallelStrategy.Any)]
internal sealed partial class OrderPlan(KilledBodies bodies)
{
    private PackingPlan Packing => new(bodies);

    [Step]
    private Task<Line[]> LinesAsync(StepContext context) => bodies.WorkAsync<Line[]>(context, [new("tea", 2, 1.50m), new("ink \"blue\"", 1, 3.05m)]);

    [Step(MaxParallel = 2, Retries = 1)]
    private Task<decimal> PriceAsync([Each("lines")] Line line, StepContext context) => bodies.FlakyAsync(context, fails: 1, line.Count * line.Price);

    [Step(RepeatUntil = nameof(IsAgreed), MaxIterations = 5)]
    private Task<Quote> HaggleAsync(decimal[] price, [Previous] Quote? last, StepContext context) =>
        bodies.WorkAsync(context, new Quote((last?.Total ?? price.Sum()) - 0.50m, (last?.Rounds ?? 0) + 1));

    private static bool IsAgreed(Quote haggle) => haggle.Rounds == 2;

    [Step(Group = "offers")]
    private Task<Offer> NearAsync(Quote haggle, StepContext context) => bodies.WorkAsync(context, new Offer("near", haggle.Total));

    [Step(Group = "offers")]
    private Task<Offer> FarAsync(Quote haggle, StepContext context) => bodies.FailAsync<Offer>(context);

    [Step(Group = "couriers")]
    private Task<string> FastAsync(Line[] lines, StepContext context) => bodies.WorkAsync(context, $"{lines.Length} by bicycle");

    [Step(Group = "couriers")]
    private Task<string> HangsAsync(Line[] lines, StepContext context) => bodies.HangAsync<string>(context);

    [Step(Plan = typeof(PackingPlan))]
    private partial Task<PackingPlan.Results> Pack([From("lines")] Line[] content);

    [Step]
    private Task<int> AskAsync(Quote haggle, StepContext context) => bodies.AskAsync(
        context, new RunSignalRequest("approve", JsonElement.Parse("""{"By":"Grace","Until":"2026-12-24"}""")) { Id = "approve" }, haggle.Rounds);

    [Signal("approve"), Step(DependsOn = [nameof(AskAsync)])]
    private partial Task<Approval> Approve();

    [Step(OnFailure = FailurePolicy.Continue)]
    private Task<string> InsureAsync(Line[] lines, StepContext context) => bodies.FailAsync<string>(context);

    [Step(Retries = 1, Fallback = nameof(LastRateAsync))]
    private Task<decimal> RateAsync(Line[] lines, StepContext context) => bodies.FailAsync<decimal>(context);

    private Task<decimal> LastRateAsync(StepContext context) => bodies.WorkAsync(context, 1.0850m, KilledBodies.StandingIn);

    [Step(When = nameof(IsLarge))]
    private Task<int> GiftAsync(StepContext context) => bodies.WorkAsync(context, 1);

    private static bool IsLarge(Line[] lines) => lines.Length > 9;

    [Step]
    private Task<Invoice> BillAsync(
        [Input] string customer, [Input] DateOnly day, decimal[] price, Quote haggle, Offer?[] offers, string couriers, PackingPlan.Results pack,
        Approval approve, string? insure, decimal rate, int? gift, StepContext context) =>
        bodies.WorkAsync(context, new Invoice(customer, day, price, haggle, offers.OfType<Offer>().MinBy(static offer => offer.Total)?.From, couriers, pack.Seal, approve, insure, rate, gift));
}
