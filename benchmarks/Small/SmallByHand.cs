namespace PlanDsl.Benchmarks;

/// <summary>What the small plans do, as one writes it without them: the token is looked at once per step, and every result is kept.</summary>
internal static class SmallByHand
{
    public static async Task<int> OneAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Step.NoOp(value);
    }

    public static async Task<int[]> TenAsync(int value, CancellationToken cancellationToken)
    {
        var results = new int[10];
        for (var step = 0; step < results.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[step] = value = Step.NoOp(value);
        }

        return results;
    }

    public static async Task<int[]> DiamondAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var first = Step.NoOp(value);
        cancellationToken.ThrowIfCancellationRequested();
        var left = Step.YieldAsync(first);
        cancellationToken.ThrowIfCancellationRequested();
        var right = Step.YieldAsync(first);
        await Task.WhenAll(left, right).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var (ofLeft, ofRight) = (await left.ConfigureAwait(false), await right.ConfigureAwait(false));
        return [first, ofLeft, ofRight, Step.NoOp(ofLeft + ofRight)];
    }
}
