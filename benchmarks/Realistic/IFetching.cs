namespace PlanDsl.Benchmarks;

/// <summary>How the two steps that wait for something outside are called by hand. A type for each way, so that the code around them is compiled for
/// it and nothing is paid for the choice.</summary>
internal interface IFetching
{
    /// <summary>What is retried three times.</summary>
    static abstract ValueTask<int> FetchPricesAsync(int value, CancellationToken cancellationToken);

    /// <summary>What has ten seconds.</summary>
    static abstract ValueTask<int> FetchStockAsync(int value, CancellationToken cancellationToken);
}
