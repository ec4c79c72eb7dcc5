using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class TakeNearestResultFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<TakeNearestResultFixProvider>();

    [Fact]
    public Task Renames_the_parameter_and_its_uses() => Test.FixAsync(
        TakeNearestResultFixProvider.RenameKey,
        PlanWith(
            """
            /// <param name="fetchOrdrs">What <paramref name="fetchOrdrs"/> says.</param>
                [Step]
                int Build(int fetchOrdrs)
                {
                    Func<int> twice = () => 2 * fetchOrdrs;
                    return twice() + Math.Max(fetchOrdrs, nameof(fetchOrdrs).Length);
                }
            """),
        PlanWith(
            """
            /// <param name="fetchOrders">What <paramref name="fetchOrders"/> says.</param>
                [Step]
                int Build(int fetchOrders)
                {
                    Func<int> twice = () => 2 * fetchOrders;
                    return twice() + Math.Max(fetchOrders, nameof(fetchOrders).Length);
                }
            """));

    [Fact]
    public Task Renames_in_both_parts_of_a_partial_method() => Test.FixAsync(
        TakeNearestResultFixProvider.RenameKey,
        [PlanWith("[Step] private partial int Build(int fetchOrdrs);"), "public partial class Report { private partial int Build(int fetchOrdrs) => 2 * fetchOrdrs; }"],
        [PlanWith("[Step] private partial int Build(int fetchOrders);"), "public partial class Report { private partial int Build(int fetchOrders) => 2 * fetchOrders; }"]);

    [Fact]
    public async Task Does_not_rename_where_the_other_part_means_something_else() =>
        Assert.Equal(["Bind 'fetchOrdrs' to 'fetch_orders'"], await Test.OfferedAsync(
            PlanWith("[Step] private partial int Build(int fetchOrdrs);"), "public partial class Report { private partial int Build(int fetchOrdrs) { var fetchOrders = 2; return fetchOrders * fetchOrdrs; } }"));

    [Fact]
    public Task Binds_by_name_and_leaves_the_parameter_alone() => Test.FixAsync(
        TakeNearestResultFixProvider.FromKey,
        PlanWith("[Step] int Build(int fetchOrdrs) => fetchOrdrs;"),
        PlanWith("[Step] int Build([From(\"fetch_orders\")] int fetchOrdrs) => fetchOrdrs;"));

    [Fact]
    public Task Corrects_a_key_that_is_written_out() => Test.FixAsync(
        TakeNearestResultFixProvider.FromKey,
        PlanWith("[Step] int Build([From(\"fetch_ordrs\")] int all) => all;"),
        PlanWith("[Step] int Build([From(\"fetch_orders\")] int all) => all;"));

    [Fact]
    public Task Corrects_the_source_of_a_fan_out() => Test.FixAsync(
        TakeNearestResultFixProvider.FromKey,
        "[Plan] public partial class Report { [Step] int[] Orders() => []; [Step] int Show([Each(\"ordrs\")] int order) => order; }",
        "[Plan] public partial class Report { [Step] int[] Orders() => []; [Step] int Show([Each(\"orders\")] int order) => order; }");

    [Theory]
    [InlineData("[Step] int Build(int fetchOrdrs) { var fetchOrders = 1; return fetchOrders + fetchOrdrs; }")]
    [InlineData("[Step] int Build(int fetchOrdrs) => fetchOrdrs; int Other() => Build(fetchOrdrs: 1);")]
    public async Task Does_not_rename_where_that_would_mean_something_else(string step) =>
        Assert.Equal(["Bind 'fetchOrdrs' to 'fetch_orders'"], await Test.OfferedAsync(PlanWith(step)));

    [Fact]
    public async Task Is_not_offered_where_no_result_is_near() =>
        Assert.Empty(await Test.OfferedAsync(PlanWith("[Step] int Build(int zebra) => zebra;")));

    [Fact]
    public Task Fix_all_renames_in_several_steps() => Test.FixAllAsync(
        TakeNearestResultFixProvider.RenameKey,
        FixAllScope.Document,
        [PlanWith("[Step] int Build(int fetchOrdrs) => fetchOrdrs; [Step] void Send(int fetchOrder, int buld) { }")],
        [PlanWith("[Step] int Build(int fetchOrders) => fetchOrders; [Step] void Send(int fetchOrders, int build) { }")]);

    [Fact]
    public Task Fix_all_gives_one_name_to_one_parameter() => (Test with { RemainingErrors = ["PLAN0201"] }).FixAllAsync(
        TakeNearestResultFixProvider.RenameKey,
        FixAllScope.Document,
        [PlanWith("[Step] void Send(int fetchOrdrs, int fetchOrder) { }")],
        [PlanWith("[Step] void Send(int fetchOrders, int fetchOrder) { }")]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        TakeNearestResultFixProvider.FromKey,
        scope,
        [PlanWith("[Step] int Build(int fetchOrdrs) => 1;"), PlanWith("[Step] int Build(int fetchOrdrs) => 1;", "Other")],
        [
            PlanWith("[Step] int Build([From(\"fetch_orders\")] int fetchOrdrs) => 1;"),
            PlanWith("[Step] int Build([From(\"fetch_orders\")] int fetchOrdrs) => 1;", "Other"),
        ]);

    private static string PlanWith(string step, string name = "Report") =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            [Step] int FetchOrders() => 1;

            {{step}}
        }
        """;
}
