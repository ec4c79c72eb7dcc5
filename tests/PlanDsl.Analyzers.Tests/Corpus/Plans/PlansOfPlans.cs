namespace Corpus.PlansOfPlans;

[Plan]
public partial class Inner
{
    [Step] int Number([Input] int seed) => seed;
}

[Plan]
public partial class Outer(Inner inner)
{
    [Step] Task<Inner.Results> Numbers([Input] int seed, CancellationToken ct) => inner.RunAsync(seed, ct);
    [Step] Dictionary<string, Inner.Results> Named(Inner.Results numbers) => new() { ["one"] = numbers };
    [Step] int Sum(IReadOnlyDictionary<string, Inner.Results> named) => named.Values.Sum(static results => results.Number);
}
