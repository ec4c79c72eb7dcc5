namespace PlanDsl.Analyzers.Tests;

public sealed class PlanFileIdTests
{
    [Fact]
    public async Task Reports_a_file_whose_id_an_earlier_file_has()
    {
        var diagnostics = await (VerifyFile.Test with { Files = [new("/src/a.plan.json", PlanWith("\"report\"")), new("/src/b.plan.json", PlanWith("{|PLAN0009:\"report\"|}"))] }).RunAsync();

        Assert.Equal("Plan id 'report' is already taken by '/src/a.plan.json'; give one of them another plan_id", Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public async Task Reports_a_file_whose_id_a_plan_in_CSharp_has()
    {
        var diagnostics = await (VerifyFile.Test with { Files = [new("/src/a.plan.json", PlanWith("{|PLAN0009:\"report\"|}"))] }).RunAsync(
            """
            [Plan(Id = "report")]
            public partial class Report
            {
                [Step] void Build() { }
            }
            """);

        Assert.Equal("Plan id 'report' is already taken by 'Report'; give one of them another plan_id", Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task Accepts_a_class_of_the_name_that_its_own_file_has_for_an_id() => (VerifyFile.Test with { Files = [new("/src/a.plan.json", PlanWith("\"Report\""))] }).RunAsync(
        """
        [Plan("a.plan.json")]
        public partial class Report;
        """);

    private static string PlanWith(string id) => $$"""{ "plan_id": {{id}}, "steps": [{ "id": "build", "command": "make" }] }""";
}
