namespace PlanDsl.Cli.Tests;

/// <summary>Command lines that ask for nothing that there is.</summary>
public class UsageTests
{
    [Theory]
    [InlineData("graph x.plan.json --format png", "plandsl: --format png is unknown; the formats are mermaid, dot, svg, text.")]
    [InlineData("validate x.plan.json --format xml", "plandsl: --format xml is unknown; the formats are text, json, sarif.")]
    public async Task An_unknown_format_is_told_with_those_there_are(string line, string message)
    {
        var run = await ToolRun.OfAsync(line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(message, run.Error.Split('\n')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("validate")]
    [InlineData("graph x.plan.json")]
    [InlineData("validat x.plan.json")]
    public async Task What_is_incomplete_ends_with_two_and_says_where_help_is(string line)
    {
        var run = await ToolRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("plandsl: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help' shows how it is used.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var run = await ToolRun.OfAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("validate", run.Output, StringComparison.Ordinal);
    }
}
