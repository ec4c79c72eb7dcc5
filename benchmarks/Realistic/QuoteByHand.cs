using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PlanDsl.Benchmarks;

/// <summary>The same by hand, with the library that one would take for it.</summary>
internal static class QuoteByHand
{
    private static readonly ResiliencePipeline<int> Retried = new ResiliencePipelineBuilder<int>()
        .AddRetry(new RetryStrategyOptions<int> { MaxRetryAttempts = 3, Delay = TimeSpan.Zero })
        .Build();

    private static readonly ResiliencePipeline<int> InTime = new ResiliencePipelineBuilder<int>()
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(10) })
        .Build();

    public static async Task<Quote> RunAsync(int value, CancellationToken cancellationToken)
    {
        var quote = new Quote();
        quote.Parse = Call(value, cancellationToken);
        quote.Authorize = Call(value, cancellationToken);
        quote.Locate = Call(value, cancellationToken);
        var prices = FetchAsync(Retried, quote.Parse + quote.Authorize, cancellationToken);
        var stock = FetchAsync(InTime, quote.Parse + quote.Locate, cancellationToken);
        quote.Discounts = Call(quote.Authorize, cancellationToken);
        quote.Taxes = Call(quote.Locate, cancellationToken);
        quote.FetchPrices = await prices.ConfigureAwait(false);
        quote.Total = Call(quote.FetchPrices + quote.Discounts + quote.Taxes, cancellationToken);
        quote.FetchStock = await stock.ConfigureAwait(false);
        quote.Delivery = Call(quote.FetchStock + quote.Locate, cancellationToken);
        quote.Warnings = Call(quote.FetchStock + quote.FetchPrices, cancellationToken);
        quote.Render = Call(quote.Total + quote.Delivery, cancellationToken);
        quote.Audit = Call(quote.Total + quote.Warnings, cancellationToken);
        return quote;
    }

    private static ValueTask<int> FetchAsync(ResiliencePipeline<int> pipeline, int value, CancellationToken cancellationToken) => pipeline.ExecuteAsync(
        static (value, token) =>
        {
            token.ThrowIfCancellationRequested();
            return new ValueTask<int>(Step.FetchAsync(value, token));
        },
        value,
        cancellationToken);

    private static int Call(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Step.NoOp(value);
    }
}
