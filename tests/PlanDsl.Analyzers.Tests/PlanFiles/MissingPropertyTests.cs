namespace PlanDsl.Analyzers.Tests;

public sealed class MissingPropertyTests
{
    [Fact]
    public Task Reports_an_agent_without_an_id() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "ask", "agent": {|PLAN0504:{|} "prompt": "Write" } }] }
        """,
        "agent of step 'ask' has no agent_id; add it: the id of the agent");

    [Fact]
    public Task Accepts_an_agent_with_an_id() => VerifyFile.AcceptsAsync(
        """
        { "steps": [{ "id": "ask", "agent": { "agent_id": "writer" } }] }
        """);
}
