namespace PlanDsl.Analyzers.Tests;

public sealed class OverLimitTests
{
    [Fact]
    public Task Reports_what_is_nested_too_deep() => VerifyFile.ReportsAsync(
        """
        { "metadata": { "deep": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[{|PLAN0508:[|}]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] }, "steps": [{ "id": "build", "command": "make" }] }
        """,
        "Objects and arrays are nested more than 64 deep, which is the most that is read; write it flatter");

    [Fact]
    public Task Accepts_what_is_nested_as_deep_as_is_read() => VerifyFile.AcceptsAsync(
        """
        { "metadata": { "deep": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] }, "steps": [{ "id": "build", "command": "make" }] }
        """);
}
