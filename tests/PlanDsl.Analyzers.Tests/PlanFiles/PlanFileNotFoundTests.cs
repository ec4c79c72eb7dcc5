namespace PlanDsl.Analyzers.Tests;

public sealed class PlanFileNotFoundTests
{
    private const string File = """{ "steps": [{ "id": "build", "command": "make" }] }""";

    [Fact]
    public async Task Reports_a_file_that_is_not_there_at_the_argument_that_names_it()
    {
        var diagnostics = await (VerifyFile.Test with { Files = [new("/src/report.plan.json", File)] }).RunAsync(
            """
            [Plan({|PLAN0512:"reprt.plan.json"|})]
            public partial class ReportPlan;
            """);

        Assert.EndsWith("did you mean 'report.plan.json'?", Assert.Single(diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Says_nothing_of_what_the_file_lacks_without_the_class_that_means_it() => (VerifyFile.Test with { Files = [new("/src/report.plan.json", """{ "steps": [{ "id": "build", "call": "Build" }] }""")] }).RunAsync(
        """
        [Plan({|PLAN0512:"reprt.plan.json"|})]
        public partial class ReportPlan { void Build() { } }
        """);

    [Fact]
    public Task Reports_a_file_that_may_be_any_of_several() => (VerifyFile.Test with { Files = [new("/a/report.plan.json", File), new("/b/report.plan.json", File.Replace("{ \"steps\"", "{ \"id\": \"other\", \"steps\"", StringComparison.Ordinal))] }).RunAsync(
        """
        [Plan({|PLAN0512:"report.plan.json"|})]
        public partial class ReportPlan;
        """);

    [Fact]
    public Task Accepts_a_file_beside_the_class() => (VerifyFile.Test with { Files = [new("/src/report.plan.json", File)] }).RunAsync(
        """
        [Plan("report.plan.json")]
        public partial class ReportPlan;
        """);

    [Fact]
    public Task Accepts_a_file_as_seen_from_the_project() => (VerifyFile.Test with
    {
        Files = [new("/src/plans/report.plan.json", File)],
        Options = VerifyFile.Test.Options.Add("build_property.ProjectDir", "/src/"),
    }).RunAsync(
        """
        [Plan("plans/report.plan.json")]
        public partial class ReportPlan;
        """);
}
