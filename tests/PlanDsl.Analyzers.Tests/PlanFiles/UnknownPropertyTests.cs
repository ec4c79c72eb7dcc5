namespace PlanDsl.Analyzers.Tests;

public sealed class UnknownPropertyTests
{
    [Fact]
    public Task Reports_a_slip() => VerifyFile.ReportsAsync(
        """
        { "steps": [{ "id": "build", {|PLAN0502:"comand"|}: "make" }] }
        """,
        "'comand' is no property of step 'build'; did you mean 'command'?");

    [Fact]
    public Task Accepts_notes_of_the_author() => VerifyFile.AcceptsAsync(
        """
        { "owner": "me", "metadata": { "any": 1 }, "steps": [{ "id": "build", "command": "make", "ui_hints": { "x": 1 } }] }
        """);
}
