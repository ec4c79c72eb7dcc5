namespace PlanDsl.Benchmarks;

/// <summary>A plan of the usual size: twelve steps on four levels, two of which wait for something outside; one is retried, one has a
/// timeout.</summary>
[Plan]
internal sealed partial class QuotePlan
{
    [Step] private static int Parse([Input] int value) => Step.NoOp(value);

    [Step] private static int Authorize([Input] int value) => Step.NoOp(value);

    [Step] private static int Locate([Input] int value) => Step.NoOp(value);

    [Step(Retries = 3)] private static Task<int> FetchPrices(int parse, int authorize, CancellationToken cancellationToken) => Step.FetchAsync(parse + authorize, cancellationToken);

    [Step(Timeout = "10s")] private static Task<int> FetchStock(int parse, int locate, CancellationToken cancellationToken) => Step.FetchAsync(parse + locate, cancellationToken);

    [Step] private static int Discounts(int authorize) => Step.NoOp(authorize);

    [Step] private static int Taxes(int locate) => Step.NoOp(locate);

    [Step] private static int Total(int fetchPrices, int discounts, int taxes) => Step.NoOp(fetchPrices + discounts + taxes);

    [Step] private static int Delivery(int fetchStock, int locate) => Step.NoOp(fetchStock + locate);

    [Step] private static int Warnings(int fetchStock, int fetchPrices) => Step.NoOp(fetchStock + fetchPrices);

    [Step] private static int Render(int total, int delivery) => Step.NoOp(total + delivery);

    [Step] private static int Audit(int total, int warnings) => Step.NoOp(total + warnings);
}
