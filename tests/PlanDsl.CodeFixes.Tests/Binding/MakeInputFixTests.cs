using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class MakeInputFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<MakeInputFixProvider>();

    [Fact]
    public Task Marks_the_parameter() => Test.FixAsync(
        MakeInputFixProvider.Key, PlanWith("int count"), PlanWith("[Input] int count"));

    [Fact]
    public Task Keeps_the_layout() => Test.FixAsync(
        MakeInputFixProvider.Key,
        PlanWith("\n        // How many.\n        int count,\n        CancellationToken ct"),
        PlanWith("\n        // How many.\n        [Input] int count,\n        CancellationToken ct"));

    [Fact]
    public async Task Qualifies_the_attribute_only_where_it_must()
    {
        const string Before =
            """
            namespace Shop
            {
                class InputAttribute : Attribute;

                [PlanDsl.Plan]
                public partial class Report
                {
                    [PlanDsl.Step] void Build(int count) { }
                }
            }
            """;
        await Test.FixAsync(MakeInputFixProvider.Key, Before, Before.Replace("(int count)", "([PlanDsl.Input] int count)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_offered_where_another_plan_lacks_the_input() => Assert.Empty(await Test.OfferedAsync(
        """
        [Plan] public partial class Inner { [Step] int Say([Input] int most) => most; }

        [Plan] public partial class Outer { [Step(Plan = typeof(Inner))] private partial Task Sub([Input] int most, int count); }
        """));

    [Fact]
    public async Task Is_not_offered_where_another_step_declares_the_input_otherwise() => Assert.Empty(await Test.OfferedAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch([Input] string count) { }
            [Step] void Build(int count) { }
        }
        """));

    [Fact]
    public async Task Is_not_offered_for_a_key_that_is_written_out() =>
        Assert.Empty(await Test.OfferedAsync(PlanWith("[From(\"zebra\")] int count")));

    [Fact]
    public Task Fix_all_reaches_several_parameters_of_one_step() => Test.FixAllAsync(
        MakeInputFixProvider.Key, FixAllScope.Document, [PlanWith("int count, string name")], [PlanWith("[Input] int count, [Input] string name")]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        MakeInputFixProvider.Key,
        scope,
        [PlanWith("int count"), PlanWith("int count", "Other")],
        [PlanWith("[Input] int count"), PlanWith("[Input] int count", "Other")]);

    private static string PlanWith(string parameters, string name = "Report") =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            [Step] void Build({{parameters}}) { }
        }
        """;
}
