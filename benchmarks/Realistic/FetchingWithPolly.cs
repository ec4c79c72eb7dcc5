using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PlanDsl.Benchmarks;

/// <summary>By the library that one would take for it.</summary>
internal readonly struct FetchingWithPolly : IFetching
{
    private static readonly ResiliencePipeline<int> Retried = new ResiliencePipelineBuilder<int>()
        .AddRetry(new RetryStrategyOptions<int> { MaxRetryAttempts = 3, Delay = TimeSpan.Zero })
        .Build();

    private static readonly ResiliencePipeline<int> InTime = new ResiliencePipelineBuilder<int>()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(10) })
        .Build();

    public static ValueTask<int> FetchPricesAsync(int value, CancellationToken cancellationToken) => FetchAsync(Retried, value, cancellationToken);

    public static ValueTask<int> FetchStockAsync(int value, CancellationToken cancellationToken) => FetchAsync(InTime, value, cancellationToken);

    private static ValueTask<int> FetchAsync(ResiliencePipeline<int> pipeline, int value, CancellationToken cancellationToken) => pipeline.ExecuteAsync(
        static (value, token) =>
        {
            token.ThrowIfCancellationRequested();
            return new ValueTask<int>(Step.FetchAsync(value, token));
        },
        value,
        cancellationToken);
}
