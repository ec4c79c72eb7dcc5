using PlanDsl.Model;

namespace PlanDsl.Analyzers.Tests;

/// <summary>Three slips of the pen in a sound plan: each is told once for each place that is wrong, and nowhere else.</summary>
public sealed class AcceptanceTests
{
    private const string Sound =
        """
        [Plan]
        public partial class OrderReport
        {
            [Step] string[] Orders([Input] DateOnly day) => [];
            [Step] decimal[] Prices(string[] orders) => [];
            [Step] string Report(string[] orders, decimal[] prices) => "";
            [Step] void Send(string report) { }
        }
        """;

    [Fact]
    public Task The_plan_is_sound() => Verify.AcceptsAsync(Sound);

    [Fact]
    public async Task Renaming_a_parameter_so_that_nothing_produces_it_is_one_error_on_the_parameter()
    {
        var diagnostics = await Verify.Test.RunAsync(Sound.Replace("decimal[] prices", "decimal[] {|PLAN0201:price|}", StringComparison.Ordinal));

        Assert.EndsWith("did you mean 'prices'?", Assert.Single(diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_a_cycle_through_three_steps_is_one_error_with_the_whole_path()
    {
        var diagnostics = await Verify.Test.RunAsync(
            Sound.Replace("Prices(string[] orders)", "Prices(string[] orders, string {|related:report|})", StringComparison.Ordinal)
                .Replace("Report(string[] orders, decimal[] prices)", "Report(string[] orders, int {|PLAN0101:rounded|})", StringComparison.Ordinal)
                .Replace("    [Step] void Send", "    [Step] int Rounded(decimal[] {|related:prices|}) => 0;\n    [Step] void Send", StringComparison.Ordinal)
                .Replace("{|PLAN0101:rounded|}", "{|related:rounded|}", StringComparison.Ordinal)
                .Replace("{|related:prices|}", "{|PLAN0101:prices|}", StringComparison.Ordinal));

        Assert.Contains("prices → rounded → report → prices", Assert.Single(diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_type_of_a_result_is_one_error_for_each_consumer_on_the_type_of_its_parameter()
    {
        var diagnostics = await Verify.Test.RunAsync(
            Sound.Replace("string[] Orders", "int Orders", StringComparison.Ordinal)
                .Replace("=> [];\n    [Step] decimal", "=> 0;\n    [Step] decimal", StringComparison.Ordinal)
                .Replace("string[] orders", "{|PLAN0202:string[]|} orders", StringComparison.Ordinal));

        Assert.Equal(2, diagnostics.Length);
        Assert.All(diagnostics, diagnostic => Assert.Equal(RuleIds.TypeMismatch, diagnostic.Id));
    }
}
