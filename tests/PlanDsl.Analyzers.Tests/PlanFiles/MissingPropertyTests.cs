namespace PlanDsl.Analyzers.Tests;

public sealed class MissingPropertyTests
{
    [Fact]
    public Task Reports_an_agent_without_an_id() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "ask", "agent": {|PLAN0504:{|} "prompt": "Write" } }] }
        """,
        "agent of step 'ask' has no agent_id; add it: the id of the agent");

    // Most who write such a plan have no other tool.
    [Fact]
    public Task Says_of_a_plan_of_agents_that_nothing_marks_as_one_of_ours_how_to_mark_it() => VerifyFile.ReportsAsync(
        """
        { "steps": [{|PLAN0504:{|} "id": "g", "type": "parallel", "parallel": { "steps": [{ "id": "a", "command": "echo" }] } }] }
        """,
        "Step 'g' has no status; give the plan a plan_id if it is one of yours, or each step a status, as the tool that wrote it does");

    [Fact]
    public Task Accepts_an_agent_with_an_id() => VerifyFile.AcceptsAsync(
        """
        { "steps": [{ "id": "ask", "agent": { "agent_id": "writer" } }] }
        """);
}
