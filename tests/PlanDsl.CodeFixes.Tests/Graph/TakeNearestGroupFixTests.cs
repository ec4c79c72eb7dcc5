using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class TakeNearestGroupFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<TakeNearestGroupFixProvider>();

    [Theory]
    [InlineData("\"mirors\"")]
    [InlineData("/* of */ \"mirrrors\"")]
    public Task Names_the_group_that_is_near(string group) => Test.FixAsync(
        TakeNearestGroupFixProvider.Key, PlanWith(group), PlanWith(group.StartsWith('/') ? "/* of */ \"mirrors\"" : "\"mirrors\""));

    [Fact]
    public async Task Is_not_offered_where_no_group_is_near() => Assert.Empty(await Test.OfferedAsync(PlanWith("\"zebra\"")));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_corrects_every_member(FixAllScope scope) => Test.FixAllAsync(
        TakeNearestGroupFixProvider.Key, scope, [PlanWith("\"mirors\"", "\"mirrorz\"")], [PlanWith("\"mirrors\"", "\"mirrors\"")]);

    private static string PlanWith(string group, string other = "\"mirrors\"") =>
        $$"""
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download
        {
            [Step(Group = {{group}})] int Near() => 1;
            [Step(Group = {{other}})] int Far() => 1;
        }
        """;
}
