namespace PlanDsl.Benchmarks;

/// <summary>By a loop and a timer: the least that can be written for it, and nobody can tell from outside what it does.</summary>
internal readonly struct FetchingByHand : IFetching
{
    private const int MostRetries = 3;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static async ValueTask<int> FetchPricesAsync(int value, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await Step.FetchAsync(value, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (retry < MostRetries && !cancellationToken.IsCancellationRequested)
            {
                // The next round is what is done about it.
            }
        }
    }

    public static async ValueTask<int> FetchStockAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(Timeout);
        try
        {
            return await Step.FetchAsync(value, attempt.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The stock was not there within {Timeout}.");
        }
    }
}
