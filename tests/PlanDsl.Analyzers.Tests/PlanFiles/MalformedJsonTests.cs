namespace PlanDsl.Analyzers.Tests;

public sealed class MalformedJsonTests
{
    [Fact]
    public Task Reports_a_comma_that_is_missing() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "build"{|PLAN0501:|} "command": "make" }] }
        """,
        "Expected ',' before the next property");

    [Fact]
    public Task Accepts_comments_and_trailing_commas() => VerifyFile.AcceptsAsync(
        """
        { /* a note */ "steps": [{ "id": "build", "command": "make", },], }
        """);
}
