namespace Corpus.SubPlansAndSignals;

public sealed record Approval(string By);

[Plan]
public partial class Page
{
    [Step] static string Load([Input] Uri address, [Input] int attempts = 3) => $"{address}{attempts}";
}

[Plan(MaxDepth = 2, MaxSteps = 9)]
public partial class Site(Page page)
{
    private readonly Page _other = page;

    [Step] static Uri Address([Input] string name) => new(name);
    [Step(Plan = typeof(Page), Timeout = "1m", Retries = 1)] private partial Task<Page.Results> First([From("address")] Uri address, CancellationToken ct);
    [Step(Plan = typeof(Page), OnFailure = FailurePolicy.Continue)] public partial ValueTask<Page.Results> Second([From("address")] Uri address, [Input] int attempts);
    [Step(Plan = typeof(Empty), DependsOn = [nameof(First)])] private static partial Task Third();
    [Signal("approve", Timeout = "2d")] private partial Task<Approval> Approve();
    [Signal("go"), Step(DependsOn = [nameof(Third)])] private partial Task GoAsync(CancellationToken ct);
    [Step] static string Show(Page.Results first, Page.Results? second, Approval approve) => first.Load + second?.Load + approve.By;

    [Step] static async IAsyncEnumerable<int> Numbers([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        yield return 1;
    }

    [Step] static int Sum(IEnumerable<int> numbers, [From("numbers")] long last) => numbers.Sum() + (int)last;
}

[Plan]
public partial class Empty
{
    [Step] static void Nothing() { }
}
