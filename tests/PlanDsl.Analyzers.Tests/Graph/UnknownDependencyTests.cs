namespace PlanDsl.Analyzers.Tests;

public sealed class UnknownDependencyTests
{
    [Fact]
    public Task Reports_a_null_as_no_name() => Verify.ReportsAsync(
        "[Plan] public partial class Report { [Step(DependsOn = [{|PLAN0102:null|}])] void Build() { } }",
        "Step 'build' depends on an empty name, which is no step of this plan; name a step's id, or remove this dependency");

    [Fact]
    public async Task Reports_the_item_that_names_no_step_and_the_nearest_one()
    {
        var diagnostics = await Verify.Test.RunAsync(
            """
            [Plan]
            public partial class Report
            {
                [Step] void FetchOrders() { }
                [Step] void FetchRates() { }
                [Step(DependsOn = ["fetch_rates", {|PLAN0102:"fetch_ordrs"|}])] void Build() { }
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("Step 'build' depends on 'fetch_ordrs', which is no step of this plan; did you mean 'fetch_orders'?", diagnostic.GetMessage(null));
        Assert.Equal("fetch_orders", diagnostic.Properties[FindingProperties.Suggestion]);
    }

    [Fact]
    public Task Reports_a_method_that_is_no_step() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            void Helper() { }
            [Step(DependsOn = new[] { {|PLAN0102:nameof(Helper)|} })] void Build() { }
        }
        """,
        "Step 'build' depends on 'Helper', which is no step of this plan; method 'Helper' lacks [Step]: mark it");

    [Fact]
    public Task Leaves_a_name_that_does_not_exist_to_the_compiler() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch() { }
            [Step(DependsOn = [nameof(Fetch), nameof({|CS0103:Fetchh|})])] void Build() { }
            [Step(DependsOn = new[] { {|CS0103:Nothing|} })] void Send() { }
        }
        """);

    [Fact]
    public Task Accepts_names_of_methods_and_ids() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] Task FetchOrdersAsync(CancellationToken ct) => Task.Delay(1, ct);
            [Step] void FetchRates() { }
            [Step(DependsOn = [nameof(FetchOrdersAsync), "fetch_rates"])] void Build() { }
        }
        """);
}
