namespace PlanDsl.Analyzers.Tests;

public sealed class WrongTypeTests
{
    [Fact]
    public Task Reports_a_string_for_a_number() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "build", "command": "make", "timeout_sec": {|PLAN0503:"10s"|} }] }
        """,
        "timeout_sec of step 'build' is a string; write a number");

    [Fact]
    public Task Accepts_null_for_any_property() => VerifyFile.AcceptsAsync(
        """
        { "steps": [{ "id": "build", "command": "make", "timeout_sec": 0.5, "retries": null }] }
        """);
}
