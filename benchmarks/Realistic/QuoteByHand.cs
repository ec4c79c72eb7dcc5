namespace PlanDsl.Benchmarks;

/// <summary>The same by hand.</summary>
internal static class QuoteByHand
{
    public static async Task<Quote> RunAsync<TFetching>(int value, CancellationToken cancellationToken)
        where TFetching : struct, IFetching
    {
        var quote = new Quote();
        quote.Parse = Call(value, cancellationToken);
        quote.Authorize = Call(value, cancellationToken);
        quote.Locate = Call(value, cancellationToken);
        var prices = TFetching.FetchPricesAsync(quote.Parse + quote.Authorize, cancellationToken);
        var stock = TFetching.FetchStockAsync(quote.Parse + quote.Locate, cancellationToken);
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

    private static int Call(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Step.NoOp(value);
    }
}
