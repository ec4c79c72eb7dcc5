namespace PlanDsl.Analyzers.Tests;

public sealed class UnreachableStepTests
{
    [Fact]
    public Task Reports_a_step_that_is_passed_by() => VerifyFile.ReportsAsync(
        """
        { "order": "sequential", "steps": [{ "id": "a", "command": "make", "transitions": { "default_next_step": "c" } }, { "id": {|PLAN0105:"b"|}, "command": "make" }, { "id": "c", "command": "make" }] }
        """,
        "No way leads to step 'b', because the steps before it lead past it; name it in a default_next_step or in failure_branch_ids, or remove it");

    [Fact]
    public Task Accepts_a_step_that_follows_a_failure() => VerifyFile.AcceptsAsync(
        """
        { "order": "sequential", "steps": [{ "id": "a", "command": "make", "transitions": { "default_next_step": "c", "failure_branch_ids": ["b"] } }, { "id": "b", "command": "make" }, { "id": "c", "command": "make" }] }
        """);
}
