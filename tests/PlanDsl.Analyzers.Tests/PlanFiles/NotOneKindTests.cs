namespace PlanDsl.Analyzers.Tests;

public sealed class NotOneKindTests
{
    [Fact]
    public Task Reports_two_kinds() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "build", "command": "make", {|PLAN0509:"plan"|}: "other" }] }
        """,
        "Step 'build' has command and plan, and a step does one thing; keep one of them");

    [Fact]
    public Task Accepts_a_type_that_agrees() => VerifyFile.AcceptsAsync(
        """
        { "steps": [{ "id": "build", "type": "command", "command": "make" }] }
        """);
}
