using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class TakeNearestStepFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<TakeNearestStepFixProvider>();

    [Theory]
    [InlineData("\"fetch_ordrs\"", "\"fetch_orders\"")]
    [InlineData("\"FetchOrdrs\"", "nameof(FetchOrdersAsync)")]
    [InlineData("nameof(FetchOrder)", "nameof(FetchOrdersAsync)")]
    [InlineData("nameof(FetchRats)", "nameof(FetchRates)")]
    public Task Writes_an_id_for_an_id_and_a_name_for_anything_else(string before, string after) =>
        Test.FixAsync(TakeNearestStepFixProvider.Key, PlanWith(before), PlanWith(after));

    [Fact]
    public async Task Is_not_offered_where_no_step_is_near() => Assert.Empty(await Test.OfferedAsync(PlanWith("\"zebra\"")));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public Task Fix_all_corrects_several_elements_of_one_array(FixAllScope scope) => Test.FixAllAsync(
        TakeNearestStepFixProvider.Key,
        scope,
        [PlanWith("\"fetch_ordrs\", /* and */ \"fetch_rats\"")],
        [PlanWith("\"fetch_orders\", /* and */ \"fetch_rates\"")]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        TakeNearestStepFixProvider.Key,
        scope,
        [PlanWith("\"fetch_ordrs\""), PlanWith("\"fetch_ordrs\"", "Other")],
        [PlanWith("\"fetch_orders\""), PlanWith("\"fetch_orders\"", "Other")]);

    private static string PlanWith(string dependencies, string name = "Report") =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            void FetchOrder() { }
            [Step] Task FetchOrdersAsync(CancellationToken ct) => Task.Delay(1, ct);
            [Step] void FetchRates() { }
            [Step(DependsOn = [{{dependencies}}])] void Build() { }
        }
        """;
}
