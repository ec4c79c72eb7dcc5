using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class TakeNearestMethodFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<TakeNearestMethodFixProvider>();

    [Theory]
    [InlineData("When = \"IsLarg\"", "When = nameof(IsLarge)")]
    [InlineData("When = nameof(IsLarg)", "When = nameof(IsLarge)")]
    [InlineData("Fallback = \"LastRate\"", "Fallback = nameof(LastRates)")]
    [InlineData("Fallback = nameof(LatsRates)", "Fallback = nameof(LastRates)")]
    [InlineData("Compensate = /* undone by */ \"Forgett\"", "Compensate = /* undone by */ nameof(Forget)")]
    public Task Names_the_method_so_that_renaming_follows(string before, string after) =>
        Test.FixAsync(TakeNearestMethodFixProvider.Key, PlanWith(before), PlanWith(after));

    [Theory]
    [InlineData("When = \"Zebra\"")]
    [InlineData("When = nameof(LastRates)")]
    [InlineData("When = nameof(FetchRates)")]
    public async Task Is_not_offered_where_no_other_method_is_near(string option) =>
        Assert.Empty(await Test.OfferedAsync(PlanWith(option)));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_corrects_several_options(FixAllScope scope) => Test.FixAllAsync(
        TakeNearestMethodFixProvider.Key,
        scope,
        [PlanWith("When = \"IsLarg\", Fallback = \"LastRate\"")],
        [PlanWith("When = nameof(IsLarge), Fallback = nameof(LastRates)")]);

    private static string PlanWith(string options) =>
        $$"""
        [Plan]
        public partial class Report
        {
            [Step({{options}})] decimal FetchRates() => 1;
            bool IsLarge() => true;
            decimal LastRates() => 1;
            void Forget() { }
        }
        """;
}
