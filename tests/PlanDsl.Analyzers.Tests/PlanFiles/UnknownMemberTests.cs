namespace PlanDsl.Analyzers.Tests;

public sealed class UnknownMemberTests
{
    [Fact]
    public Task Reports_a_member_that_a_command_has_not() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "count", "command": "wc" }, { "id": "report", "command": "echo", "args": ["{{ count.{|PLAN0207:stdot|} }}"] }] }
        """,
        "'count' has no 'stdot', which reference 'count.stdot' of step 'report' reads; did you mean 'stdout'?");

    [Fact]
    public Task Accepts_what_a_command_has_and_anything_in_its_json() => VerifyFile.AcceptsAsync(
        """
        { "steps": [{ "id": "count", "command": "wc" }, { "id": "report", "command": "echo", "args": ["{{ count.stdout }}", "{{ count.json.any[0] }}"] }] }
        """);
}
