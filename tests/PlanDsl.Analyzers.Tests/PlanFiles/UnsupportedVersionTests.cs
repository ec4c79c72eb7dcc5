namespace PlanDsl.Analyzers.Tests;

public sealed class UnsupportedVersionTests
{
    [Fact]
    public Task Reports_a_schema_of_another_version() => VerifyFile.ReportsAsync(
        """
        { "$schema": {|PLAN0505:"https://example.org/v2/plan.schema.json"|}, "steps": [{ "id": "build", "command": "make" }] }
        """,
        "Plan files of 'https://example.org/v2/plan.schema.json' cannot be read; this version of PlanDsl reads v1; write that, or use a version that reads v2");

    [Fact]
    public Task Accepts_any_version_of_the_author() => VerifyFile.AcceptsAsync(
        """
        { "$schema": "plan.schema.json", "version": 2, "steps": [{ "id": "build", "command": "make" }] }
        """);
}
