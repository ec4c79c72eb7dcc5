namespace PlanDsl.Benchmarks;

/// <summary>What <see cref="QuoteByHand"/> keeps.</summary>
internal sealed class Quote
{
    public int Parse { get; set; }

    public int Authorize { get; set; }

    public int Locate { get; set; }

    public int FetchPrices { get; set; }

    public int FetchStock { get; set; }

    public int Discounts { get; set; }

    public int Taxes { get; set; }

    public int Total { get; set; }

    public int Delivery { get; set; }

    public int Warnings { get; set; }

    public int Render { get; set; }

    public int Audit { get; set; }
}
