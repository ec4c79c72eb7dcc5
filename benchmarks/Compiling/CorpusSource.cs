using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>The sources of a project that is full of plans: of twenty steps each, as one writes them.</summary>
internal static class CorpusSource
{
    // As many as somebody would put into one folder.
    private const int PlansPerNamespace = 50;

    /// <summary>What all plans use, and a class that none of them does.</summary>
    public static IEnumerable<string> Common =>
    [
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using PlanDsl;
        """,
        """
        namespace Shop;

        public sealed record Order(string Id, string Article, int Pieces, decimal Price);
        public sealed record RateTable(decimal Euro, decimal Dollar);
        public sealed record Stock(int Pieces, bool IsExpected);

        public interface IWarehouse
        {
            Task<Order[]> OrdersOfAsync(string customer, DateOnly day, CancellationToken cancellationToken);
            ValueTask<Stock> StockOfAsync(string article, CancellationToken cancellationToken);
        }

        public interface IBank
        {
            Task<RateTable> RatesAsync(string currency, CancellationToken cancellationToken);
            Task BookAsync(decimal total, CancellationToken cancellationToken);
        }
        """,
    ];

    /// <summary>A plan with asynchronous and synchronous steps, inputs, timeouts, a retry, a tolerated step and a class for its result.</summary>
    public static string OfPlan(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        namespace Shop.Area{{number / PlansPerNamespace}};

        public sealed record Quote{{number}}(string Customer, DateOnly Day, int Pieces, decimal Total, string? Remark);

        /// <summary>Makes an offer.</summary>
        [Plan(Timeout = "5m")]
        public partial class Quote{{number}}Plan(IWarehouse warehouse, IBank bank)
        {
            [Step]
            private static string Normalize([Input] string customer) => customer.Trim();

            [Step]
            private static DateOnly FirstDay([Input] DateOnly day) => new(day.Year, day.Month, 1);

            [Step(ResultKey = "orders", Timeout = "10s", Retries = 3, RetryDelay = "200ms")]
            private Task<Order[]> FetchOrders(string normalize, DateOnly firstDay, CancellationToken cancellationToken) =>
                warehouse.OrdersOfAsync(normalize, firstDay, cancellationToken);

            [Step(Timeout = "5s")]
            private Task<RateTable> FetchRatesAsync([Input] string currency, CancellationToken cancellationToken) => bank.RatesAsync(currency, cancellationToken);

            [Step]
            private static int CountPieces(Order[] orders) => orders.Sum(static order => order.Pieces);

            [Step]
            private static decimal Sum(Order[] orders) => orders.Sum(static order => order.Pieces * order.Price);

            [Step]
            private static decimal Convert(decimal sum, RateTable fetchRates) => sum * fetchRates.Euro;

            [Step]
            private static string MainArticle(Order[] orders) => orders.Length > 0 ? orders[0].Article : "";

            [Step]
            private ValueTask<Stock> LookUp(string mainArticle, CancellationToken cancellationToken) => warehouse.StockOfAsync(mainArticle, cancellationToken);

            [Step]
            private static bool IsDelayed(Stock lookUp, int countPieces) => lookUp.Pieces < countPieces && !lookUp.IsExpected;

            [Step]
            private static decimal Discount(decimal convert, int countPieces) => countPieces > {{number}} ? convert * 0.02m : 0m;

            [Step]
            private static decimal Freight(int countPieces, bool isDelayed) => isDelayed ? 0m : 4.90m + countPieces;

            [Step]
            private static decimal Tax(decimal convert, decimal discount) => (convert - discount) * 0.19m;

            [Step]
            private static decimal Total(decimal convert, decimal discount, decimal freight, decimal tax) => convert - discount + freight + tax;

            [Step(OnFailure = FailurePolicy.Continue)]
            private async Task<string> Remark(bool isDelayed, CancellationToken cancellationToken)
            {
                await Task.Delay({{number}}, cancellationToken);
                return isDelayed ? "later" : "at once";
            }

            [Step]
            private static IReadOnlyList<string> Articles(Order[] orders) => [.. orders.Select(static order => order.Article).Distinct()];

            [Step]
            private static Dictionary<string, int> PiecesByArticle(Order[] orders) =>
                orders.GroupBy(static order => order.Article).ToDictionary(static group => group.Key, static group => group.Sum(static order => order.Pieces));

            [Step]
            private static void Check(IReadOnlyList<string> articles, Dictionary<string, int> piecesByArticle) =>
                ArgumentOutOfRangeException.ThrowIfNotEqual(articles.Count, piecesByArticle.Count);

            [Step(DependsOn = [nameof(Check)])]
            private Task Book(decimal total, CancellationToken cancellationToken) => bank.BookAsync(total, cancellationToken);

            [Step(DependsOn = [nameof(Book)])]
            private static Quote{{number}} Build(string normalize, [Input] DateOnly day, int countPieces, decimal total, string? remark) =>
                new(normalize, day, countPieces, total, remark);
        }

        """);
}
