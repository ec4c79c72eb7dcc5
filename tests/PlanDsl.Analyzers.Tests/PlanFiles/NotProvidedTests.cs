namespace PlanDsl.Analyzers.Tests;

public sealed class NotProvidedTests
{
    [Fact]
    public Task Reports_what_nobody_provides() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "extract", "command": "make", "provides": ["rows"] }, { "id": "count", "command": "wc", "consumes": [{|PLAN0209:"row"|}] }] }
        """,
        "Step 'count' consumes 'row', which no step provides; did you mean 'rows'?");

    [Fact]
    public Task Accepts_what_a_step_provides() => VerifyFile.AcceptsAsync(
        """
        { "steps": [{ "id": "extract", "command": "make", "provides": ["rows"] }, { "id": "count", "command": "wc", "consumes": ["rows"] }] }
        """);
}
