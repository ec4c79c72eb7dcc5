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
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validat x.plan.json", "plandsl: 'validat' is no command; did you mean 'validate'? 'plandsl --help' shows how it is used.")]
    [InlineData("xyz", "plandsl: 'xyz' is no command; the commands are run, validate, graph, schema. 'plandsl --help' shows how it is used.")]
    [InlineData("", "plandsl: Name a command: run, validate, graph, schema. 'plandsl --help' shows how it is used.")]
    [InlineData("run x.plan.json --vars A=B", "plandsl: 'run' has no option '--vars'; did you mean '--var'? 'plandsl run --help' shows how it is used.")]
    [InlineData("run x.plan.json y.plan.json z", "plandsl: 'y.plan.json' is one argument more than 'run' takes; leave it out, or put quotes around a path with spaces. 'plandsl run --help' shows how it is used.")]
    public async Task What_is_wrong_is_said_in_one_line(string line, string message)
    {
        var run = await ToolRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new(2, "", message + "\n"), run);
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
        Assert.Contains("  plandsl [command] [options]", run.Output, StringComparison.Ordinal);
        Assert.Contains("validate", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        var run = await ToolRun.OfAsync("--version");

        Assert.Equal(new(0, ToolVersion.Text + "\n", ""), run);
        Assert.DoesNotContain('+', run.Output);
    }
}
