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
    [InlineData("xyz", "plandsl: 'xyz' is no command; the commands are run, validate, graph, schema, runs, status, steps, events, logs, resume, rerun, cancel, signal, prune. 'plandsl --help' shows how it is used.")]
    [InlineData("", "plandsl: Name a command: run, validate, graph, schema, runs, status, steps, events, logs, resume, rerun, cancel, signal, prune. 'plandsl --help' shows how it is used.")]
    [InlineData("run x.plan.json --vars A=B", "plandsl: 'run' has no option '--vars'; did you mean '--var'? 'plandsl run --help' shows how it is used.")]
    [InlineData("run x.plan.json y.plan.json z", "plandsl: 'y.plan.json' is one argument more than 'run' takes; leave it out, or put quotes around a path with spaces. 'plandsl run --help' shows how it is used.")]
    public async Task What_is_wrong_is_said_in_one_line(string line, string message)
    {
        var run = await ToolRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new(2, "", message + "\n"), run);
    }

    [Theory]
    [InlineData("status latest --journal nowhere.db", "plandsl: There is no journal 'nowhere.db'; correct the path, which is relative to ")]
    [InlineData("run x.plan.json --journal j.db --no-journal", "plandsl: --journal and --no-journal cannot both be; leave one out.")]
    [InlineData("run x.plan.json --no-journal --let-go", "plandsl: A run with --no-journal cannot be gone on with, so --let-go cannot let go of it; leave one out.")]
    [InlineData("run x.plan.json --secret hush", "plandsl: --secret has no value; write --secret KEY=VALUE.")]
    [InlineData("logs latest step --attempt 0", "plandsl: --attempt 0 is not a whole number of 1 or more.")]
    [InlineData("logs latest step --attempt 1 --all", "plandsl: --attempt and --all cannot both be; leave one out.")]
    [InlineData("runs --format yaml", "plandsl: --format yaml is unknown; the formats are text, json.")]
    [InlineData("rerun latest", "plandsl: Option '--from' is required.")]
    [InlineData("prune", "plandsl: Option '--older-than' is required.")]
    public async Task What_is_wrong_with_a_question_about_runs_is_said(string line, string message)
    {
        var run = await ToolRun.OfAsync(line.Split(' '));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("runs", "Lists the runs that are recorded")]
    [InlineData("status", "RUN")]
    [InlineData("steps", "RUN")]
    [InlineData("events", "--follow")]
    [InlineData("logs", "--attempt")]
    [InlineData("resume", "--allow-changed")]
    [InlineData("rerun", "--from <STEP>")]
    [InlineData("cancel", "RUN")]
    [InlineData("signal", "JSON")]
    [InlineData("prune", "--older-than <AGE>")]
    [InlineData("run", "--secret-env <KEY>")]
    public async Task Each_command_explains_itself(string command, string option)
    {
        var all = await ToolRun.OfAsync("--help");
        var run = await ToolRun.OfAsync(command, "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"plandsl {command}", run.Output, StringComparison.Ordinal);
        Assert.Contains(option, run.Output, StringComparison.Ordinal);
        Assert.Contains($"  {command} ", all.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("validate")]
    [InlineData("status")]
    [InlineData("logs latest")]
    [InlineData("signal latest")]
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
