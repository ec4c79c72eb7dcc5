namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidTemplateTests
{
    [Fact]
    public Task Reports_an_expression_that_is_none() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "build", "command": "make", "args": ["{{ inputs{|PLAN0510:.|}}}"] }] }
        """,
        "args of step 'build' cannot be read: a name is missing after this dot; write one, as in orders.total");

    [Fact]
    public Task Accepts_braces_that_are_text() => VerifyFile.AcceptsAsync(
        """
        { "bindings": { "all": 1 }, "steps": [{ "id": "build", "command": "make", "args": ["{{ bindings.all }}", "{{{{ text }}"] }] }
        """);
}
