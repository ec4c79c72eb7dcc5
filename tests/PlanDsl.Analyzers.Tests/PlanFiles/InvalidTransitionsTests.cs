namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidTransitionsTests
{
    [Fact]
    public Task Reports_a_way_to_the_step_itself() => VerifyFile.ReportsAsync(
        """
        { "order": "sequential", "steps": [{ "id": "build", "command": "make", "transitions": { "default_next_step": {|PLAN0511:"build"|} } }] }
        """,
        "transitions of step 'build' lead to the step itself, and a step runs once; name another");

    [Fact]
    public Task Accepts_a_way_to_another_step() => VerifyFile.AcceptsAsync(
        """
        { "order": "sequential", "steps": [{ "id": "build", "command": "make", "transitions": { "default_next_step": "test" } }, { "id": "test", "command": "make" }] }
        """);
}
